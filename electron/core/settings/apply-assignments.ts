// settings + assignments -> the settings as they will be once applied. Nothing is sent anywhere; the rules judge the result.
// - `ipv4.method=dhcp` clears address, gateway and name servers; name servers given along with it stay (an override).
// - An address on an interface that is not static makes it static; nothing is inherited from a lease, so that a plan
//   shows every value it fixes. A gateway alone cannot: it needs an address.
// - What runs follows what is configured (unknown until leased with dhcp), and so do default routes and name servers.
import { makeFailure } from "../failures/failure.ts";
import { fail, type Result, succeed } from "../failures/result.ts";
import {
  type Assignment,
  clockField,
  clockTolerance,
  isWholeField,
  parseAssignment,
  printAssignment,
  type WritableField,
} from "./assignment.ts";
import { applyAcquirer } from "./acquirer-assignment.ts";
import { applyCellular } from "./apply-cellular.ts";
import { type CellularField, isCellularField } from "./cellular-assignment.ts";
import { findNetwork, parseCidr, printCidr } from "./cidr.ts";
import type { InterfaceSettings, IpSettings, NameServer, NetworkSettings, Route } from "./network-settings.ts";
import { refuseModemValue } from "./unusable-modem-value.ts";
import { refuseValue } from "./unusable-value.ts";

type Wanted = Partial<Record<WritableField, string>>;

const unset: IpSettings = { method: null, address: null, prefixLength: null, gateway: null, dns: [], additional: [] };

/** Failures: those of `parseAssignment`, `unknown-interface`, and `unusable-value` where two assignments exclude each other. */
export function applyAssignments(
  settings: NetworkSettings,
  assignments: readonly Assignment[],
): Result<NetworkSettings> {
  const names = settings.interfaces.map((candidate) => candidate.name);
  const parsed: Assignment[] = [];
  for (const assignment of assignments) {
    // Parsed again: an assignment may have been made anywhere, and its value ends in a command to a terminal.
    const again = parseAssignment(printAssignment(assignment), names);
    if (!again.ok) {
      return again;
    }
    parsed.push(again.value);
  }
  return applyParsed(settings, parsed);
}

/** The same for assignments whose values are known to be canonical, such as those that rules propose. */
export function applyParsed(settings: NetworkSettings, assignments: readonly Assignment[]): Result<NetworkSettings> {
  const grouped = groupByInterface(assignments);
  if (!grouped.ok) {
    return grouped;
  }
  let after = assignments.some(({ field }) => field === clockField) ? setClock(settings) : settings;
  for (const [name, wanted] of grouped.value) {
    const before = settings.interfaces.find((candidate) => candidate.name === name);
    const next = changeIpv4(name, before?.ipv4 ?? unset, wanted);
    if (!next.ok) {
      return next;
    }
    if (before !== undefined && !isSame(before.ipv4 ?? unset, next.value)) {
      after = replaceInterface(after, before, next.value);
    }
  }
  const acquirer = applyAcquirer(after, assignments);
  return acquirer.ok ? applyToModems(acquirer.value, assignments) : acquirer;
}

/** What a modem keeps for its contexts; an interface that is none has no such settings. */
function applyToModems(settings: NetworkSettings, assignments: readonly Assignment[]): Result<NetworkSettings> {
  const grouped = new Map<string, Map<CellularField, string>>();
  for (const { interface: name, field, value } of assignments) {
    if (!isCellularField(field)) continue;
    const wanted = grouped.get(name) ?? new Map<CellularField, string>();
    if ((wanted.get(field) ?? value) !== value) return fail(refuseValue(`${name}.${field}`, value, "given-twice"));
    grouped.set(name, wanted.set(field, value));
  }
  let interfaces = settings.interfaces;
  for (const [name, wanted] of grouped) {
    const before = interfaces.find((candidate) => candidate.name === name);
    const [first] = wanted.keys();
    if (before?.cellular == null) return fail(makeFailure("unknown-field", { field: `${name}.${first}` }));
    const next = applyCellular(before.cellular, wanted);
    if (!next.ok)
      return fail(refuseModemValue(`${name}.${next.failure[0]}`, wanted.get(next.failure[0]) ?? "", next.failure[1]));
    interfaces = interfaces.map((one) => (one === before ? { ...one, cellular: next.value } : one));
  }
  return succeed(grouped.size === 0 ? settings : { ...settings, interfaces });
}

/** As if it had been set: from then on it agrees with this PC's. One that agrees already stays as it is. */
function setClock(settings: NetworkSettings): NetworkSettings {
  const ahead = settings.clock?.aheadSeconds ?? null;
  const agrees = ahead !== null && Math.abs(ahead) <= clockTolerance;
  return agrees ? settings : { ...settings, clock: { time: null, aheadSeconds: 0 } };
}

function groupByInterface(assignments: readonly Assignment[]): Result<ReadonlyMap<string, Wanted>> {
  const grouped = new Map<string, Wanted>();
  for (const { interface: name, field, value } of assignments) {
    if (isWholeField(field) || isCellularField(field)) continue;
    const wanted = grouped.get(name) ?? {};
    if (wanted[field] !== undefined && wanted[field] !== value) {
      return fail(refuseValue(`${name}.${field}`, value, "given-twice"));
    }
    grouped.set(name, { ...wanted, [field]: value });
  }
  return succeed(grouped);
}

function changeIpv4(name: string, current: IpSettings, wanted: Wanted): Result<IpSettings> {
  const address = wanted["ipv4.address"];
  const gateway = wanted["ipv4.gateway"];
  const dns = wanted["ipv4.dns"]?.split(",").filter((server) => server !== "");
  if (wanted["ipv4.method"] === "dhcp") {
    if (address !== undefined || (gateway !== undefined && gateway !== "")) {
      const field = address !== undefined ? "ipv4.address" : "ipv4.gateway";
      return fail(refuseValue(`${name}.${field}`, wanted[field] ?? "", "comes-by-dhcp"));
    }
    const base =
      current.method === "dhcp" ? current : { ...unset, method: "dhcp" as const, additional: current.additional };
    return succeed({ ...base, dns: dns ?? base.dns });
  }
  const becomesStatic = wanted["ipv4.method"] === "static" || address !== undefined;
  const isOwn = current.method === "static" || (current.method === null && current.address !== null);
  if (!becomesStatic && !isOwn) {
    return gateway === undefined || gateway === ""
      ? succeed({ ...current, dns: dns ?? current.dns })
      : fail(refuseValue(`${name}.ipv4.gateway`, gateway, "needs-address"));
  }
  const base = isOwn ? current : { ...unset, additional: current.additional };
  const cidr = address === undefined ? null : parseCidr(address);
  return succeed({
    ...base,
    method: "static",
    ...(cidr?.ok ? splitCidr(cidr.value) : {}),
    gateway: gateway === undefined ? base.gateway : gateway === "" ? null : gateway,
    dns: dns ?? base.dns,
  });
}

function splitCidr(cidr: { readonly address: number; readonly prefixLength: number }) {
  const [address = null] = printCidr(cidr).split("/");
  return { address, prefixLength: cidr.prefixLength };
}

function isSame(before: IpSettings, after: IpSettings): boolean {
  return (
    before.method === after.method &&
    before.address === after.address &&
    before.prefixLength === after.prefixLength &&
    before.gateway === after.gateway &&
    before.dns.join() === after.dns.join()
  );
}

function replaceInterface(settings: NetworkSettings, before: InterfaceSettings, ipv4: IpSettings): NetworkSettings {
  const running = { ipv4: ipv4.method === "dhcp" ? null : ipv4, ipv6: before.running?.ipv6 ?? null };
  const after: InterfaceSettings = { ...before, ipv4, running };
  return {
    ...settings,
    interfaces: settings.interfaces.map((candidate) => (candidate.name === before.name ? after : candidate)),
    routes: replaceRoutes(settings.routes, before, after),
    nameServers: replaceNameServers(settings, before, after),
  };
}

function replaceRoutes(
  routes: readonly Route[],
  before: InterfaceSettings,
  after: InterfaceSettings,
): readonly Route[] {
  const ipv4 = after.ipv4 ?? unset;
  const moved =
    ipv4.method === "dhcp" || before.ipv4?.address !== ipv4.address || before.ipv4?.prefixLength !== ipv4.prefixLength;
  const isOwn = (route: Route): boolean => route.interface === before.name && !route.destination.includes(":");
  const isDefault = (route: Route): boolean => isOwn(route) && route.destination === "0.0.0.0/0";
  const kept = routes.filter((route) => (moved ? !isOwn(route) : !isDefault(route)));
  const metric = routes.find(isDefault)?.metric ?? null;
  const added: Route[] = [];
  const cidr = ipv4.address === null ? null : parseCidr(`${ipv4.address}/${ipv4.prefixLength}`);
  if (moved && ipv4.method !== "dhcp" && cidr?.ok) {
    const destination = printCidr({ address: findNetwork(cidr.value), prefixLength: cidr.value.prefixLength });
    added.push({ destination, gateway: null, interface: after.name, metric: null });
  }
  if (ipv4.method !== "dhcp" && ipv4.gateway !== null) {
    added.push({ destination: "0.0.0.0/0", gateway: ipv4.gateway, interface: after.name, metric });
  }
  return [...added, ...kept];
}

function replaceNameServers(
  settings: NetworkSettings,
  before: InterfaceSettings,
  after: InterfaceSettings,
): readonly NameServer[] {
  const old = before.ipv4?.dns ?? [];
  const wanted = after.ipv4?.dns ?? [];
  if (old.join() === wanted.join()) {
    return settings.nameServers;
  }
  const others = settings.interfaces.flatMap((other) => (other.name === before.name ? [] : (other.ipv4?.dns ?? [])));
  const isReplaced = (server: NameServer): boolean =>
    wanted.includes(server.address) || (old.includes(server.address) && !others.includes(server.address));
  const source = settings.nameServers.find(isReplaced)?.source ?? null;
  return [
    ...wanted.map((address) => ({ address, source })),
    ...settings.nameServers.filter((server) => !isReplaced(server)),
  ];
}
