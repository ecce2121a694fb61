// Which tests a plan implies: only what it touches, only targets that the settings name.
//
//   address  -> before: does somebody have it already?   after: does it run, does the gateway answer
//   gateway  -> after: does it answer
//   DNS      -> after: does each new server answer; does the host resolve, when a host is a name
//   any of them -> after: does the first host still take a connection (by TLS where the terminal says so)
import type { Reading } from "../dialects/dialect.ts";
import type { TerminalTest } from "../dialects/terminal-test.ts";
import type { Plan } from "../plans/plan.ts";
import type { Change } from "../settings/change.ts";
import { parseHostName } from "../settings/host-name.ts";
import { parseIpv4 } from "../settings/ipv4.ts";
import { parseIpv6 } from "../settings/ipv6.ts";
import type { Host, NetworkSettings } from "../settings/network-settings.ts";

export interface ChosenTest {
  readonly test: TerminalTest;
  /** A failure takes the change back; else it is only told. */
  readonly required: boolean;
  readonly seconds: number;
  /** `before`: asked while the old settings still run. */
  readonly when: "before" | "after";
}

/** What any name server knows by itself, so that asking for it shows whether it answers (RFC 6761 6.3). */
const knownEverywhere = "localhost";

export function chooseTests({ changes }: Pick<Plan, "changes">, reading: Reading): readonly ChosenTest[] {
  const names = [...new Set(changes.map((change) => change.interface))];
  const perInterface = names.flatMap((name) =>
    chooseForInterface(
      name,
      changes.filter((change) => change.interface === name),
      reading,
    ),
  );
  return changes.some(isOfNetwork) ? [...perInterface, ...chooseForHosts(reading, changes)] : perInterface;
}

function chooseForInterface(name: string, changes: readonly Change[], reading: Reading): readonly ChosenTest[] {
  const ipv4 = reading.interfaces.find((each) => each.name === name)?.ipv4 ?? null;
  const to = new Map(changes.map((change) => [change.field, change.to]));
  const address = to.get("ipv4.address")?.split("/")[0] ?? null;
  const isMoved = address !== null || to.has("ipv4.method");
  const gateway = to.has("ipv4.gateway") ? (to.get("ipv4.gateway") ?? null) : (ipv4?.gateway ?? null);
  const isStatic = (to.get("ipv4.method") ?? ipv4?.method) !== "dhcp";
  const servers = to.get("ipv4.dns")?.split(",") ?? [];
  const isNew = address !== null && address !== ipv4?.address;
  return [
    ...(isNew ? [need({ kind: "duplicate", interface: name, address }, 3, "before")] : []),
    ...(address === null ? [] : [need({ kind: "address", interface: name, address }, 5)]),
    ...((isMoved || to.has("ipv4.gateway")) && isStatic && gateway !== null
      ? [need({ kind: "gateway", interface: name, address: gateway }, 5)]
      : []),
    ...servers.map((server) => offer({ kind: "name", name: knownEverywhere, server }, 4)),
  ];
}

/** Beyond the gateway much can be wrong that the settings are not to blame for: told, not taken back for. */
function chooseForHosts({ hosts }: NetworkSettings, changes: readonly Change[]): readonly ChosenTest[] {
  const named = hosts.find(({ host }) => parseHostName(host).ok);
  const asksNames = named !== undefined && changes.some(({ field }) => field === "ipv4.dns");
  const [first] = hosts.filter(isHost);
  return [
    ...(asksNames ? [offer({ kind: "name", name: named.host, server: null }, 5)] : []),
    ...(first === undefined ? [] : [offer(testHost(first), 6)]),
  ];
}

function testHost({ host, port, tls }: Host): TerminalTest {
  return { kind: tls === true ? "tls" : "tcp", host, port: port ?? 0 };
}

function isOfNetwork({ field }: Change): boolean {
  return field.startsWith("ipv4.");
}

function need(test: TerminalTest, seconds: number, when: ChosenTest["when"] = "after"): ChosenTest {
  return { test, required: true, seconds, when };
}

function offer(test: TerminalTest, seconds: number): ChosenTest {
  return { test, required: false, seconds, when: "after" };
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
