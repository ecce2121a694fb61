// Which tests a plan implies: only what it touches, only targets that the settings name. Empty where the terminal can test
// nothing.
//
//   address  -> before: does somebody have it already?   after: is the link up, does it run, does the gateway answer
//   gateway  -> after: does it answer
//   DNS      -> after: does each new server answer; does the host resolve, when a host is a name
//   any of them -> after: does the first host still take a connection (by TLS where the terminal says so)
//   a host  -> after: does the new one take a connection
import type { Capabilities } from "../dialects/dialect.ts";
import type { TerminalTest } from "../dialects/terminal-test.ts";
import type { Plan } from "../plans/plan.ts";
import { parseHostValue } from "../settings/acquirer-assignment.ts";
import { findHostPlace } from "../settings/acquirer-field.ts";
import type { Change } from "../settings/change.ts";
import { parseHostName } from "../settings/host-name.ts";
import { parseIpv4 } from "../settings/ipv4.ts";
import { parseIpv6 } from "../settings/ipv6.ts";
import type { Host, NetworkSettings } from "../settings/network-settings.ts";
import type { PushTest } from "./push-test.ts";
import { findAddress, isNewAddress, listTouched } from "./test-targets.ts";

/** What any name server knows by itself, so that asking for it shows whether it answers (RFC 6761 6.3). */
const knownEverywhere = "localhost";

/** In the order in which they are carried out. */
export function chooseTests(
  plan: Pick<Plan, "changes" | "refusedBy">,
  settings: NetworkSettings & { readonly capabilities: Partial<Capabilities> },
): readonly PushTest[] {
  if (settings.capabilities["test-network"]?.state !== "yes") return [];
  const touched = listTouched(plan);
  const chosen = [
    ...touched.flatMap((name) => chooseForInterface(name, plan, settings)),
    ...chooseForNewHosts(plan, settings),
    ...(touched.length === 0 ? [] : chooseForHosts(settings, plan)),
  ];
  // Whoever insists on what the rules call wrong is told what the tests find, and keeps it.
  return plan.refusedBy.length === 0 ? chosen : chosen.map((each) => ({ ...each, required: false }));
}

function chooseForInterface(name: string, plan: Pick<Plan, "changes">, settings: NetworkSettings): readonly PushTest[] {
  const ipv4 = settings.interfaces.find((each) => each.name === name)?.ipv4 ?? null;
  const own = plan.changes.filter((change) => change.interface === name);
  const to = new Map(own.map((change) => [change.field, change.to]));
  const address = to.get("ipv4.address")?.split("/")[0] ?? null;
  const isStatic = (to.get("ipv4.method") ?? ipv4?.method) !== "dhcp";
  const isMoved = address !== null || to.has("ipv4.method") || to.has("ipv4.gateway");
  const gateway = isStatic && isMoved ? findAddress(plan, settings, { name, field: "gateway" }) : null;
  const servers = to.get("ipv4.dns")?.split(",") ?? [];
  return [
    ...(address !== null && isNewAddress(plan, settings, name)
      ? [{ ...need({ kind: "duplicate", interface: name, address }, 4), when: "before" as const }]
      : []),
    ...(address !== null || to.has("ipv4.method") ? [offer({ kind: "link", interface: name }, 3)] : []),
    ...(address === null ? [] : [need({ kind: "address", interface: name, address }, 4)]),
    ...(gateway === null ? [] : [need({ kind: "gateway", interface: name, address: gateway }, 5)]),
    ...servers.map((server) => offer({ kind: "name", name: knownEverywhere, server }, 4)),
  ];
}

/** A host that does not answer is what a wrong one looks like: without it, no payment goes through. */
function chooseForNewHosts({ changes }: Pick<Plan, "changes">, { hosts }: NetworkSettings): readonly PushTest[] {
  return changes.flatMap(({ field, to }) => {
    const place = findHostPlace(field);
    const wanted = place === null || to === null ? null : parseHostValue(to);
    if (wanted === null || wanted.port === null) return [];
    const tls = hosts.find((one) => one.place === place)?.tls ?? null;
    return [need(testHost({ ...wanted, tls }), 6)];
  });
}

/**
 * Beyond the gateway much can be wrong that the settings are not to blame for: told, not taken back for. A host that
 * changes has a test of its own.
 */
function chooseForHosts({ hosts }: NetworkSettings, { changes }: Pick<Plan, "changes">): readonly PushTest[] {
  const changed = new Set(changes.map(({ field }) => findHostPlace(field)));
  const lasting = hosts.filter(({ place }) => place === undefined || !changed.has(place));
  const named = lasting.find(({ host }) => parseHostName(host).ok);
  const asksNames = named !== undefined && changes.some(isOfNameServers);
  const [first] = lasting.filter(isHost);
  return [
    ...(asksNames ? [offer({ kind: "name", name: named.host, server: null }, 5)] : []),
    ...(first === undefined ? [] : [offer(testHost(first), 6)]),
  ];
}

function testHost({ host, port, tls }: Pick<Host, "host" | "port" | "tls">): TerminalTest {
  return { kind: tls === true ? "tls" : "tcp", host, port: port ?? 0 };
}

function isOfNameServers({ field }: Change): boolean {
  return field === "ipv4.dns";
}

/** That the terminal has no program for it holds nothing up. */
function need(test: TerminalTest, seconds: number): PushTest {
  return { test, required: true, ifAble: true, seconds, when: "after" };
}

function offer(test: TerminalTest, seconds: number): PushTest {
  return { ...need(test, seconds), required: false };
}

/** What can be asked of a terminal as it is: its ports, addresses, gateways and name servers, and the hosts it names. */
export function chooseStandingTests(settings: NetworkSettings): readonly TerminalTest[] {
  const inUse = settings.interfaces.filter(({ kind, running, ipv4 }) => {
    return kind !== "loopback" && kind !== "virtual" && (running?.ipv4 ?? ipv4 ?? null) !== null;
  });
  const servers = [...new Set(settings.nameServers.map(({ address }) => address))];
  return [
    ...inUse.flatMap(({ name, ipv4, running }): readonly TerminalTest[] => [
      { kind: "link", interface: name },
      ...askFor(ipv4?.address ?? running?.ipv4?.address, (address) => ({ kind: "address", interface: name, address })),
      ...askFor(ipv4?.gateway ?? running?.ipv4?.gateway, (address) => ({ kind: "gateway", interface: name, address })),
    ]),
    ...servers.flatMap((each) => askFor(each, (server) => ({ kind: "name", name: knownEverywhere, server }))),
    ...settings.hosts.filter(isHost).map(testHost),
  ];
}

/** What a terminal reports can be anything; the rules speak of what is no address. */
function askFor(text: string | null | undefined, ask: (address: string) => TerminalTest): readonly TerminalTest[] {
  return text != null && isAddress(text) ? [ask(text)] : [];
}

function isAddress(text: string): boolean {
  if (parseIpv4(text).ok) return true;
  const ipv6 = parseIpv6(text);
  return ipv6.ok && ipv6.value.zone === null;
}

function isHost({ host, port }: Host): boolean {
  return port !== null && port > 0 && port < 65_536 && (parseHostName(host).ok || isAddress(host));
}
