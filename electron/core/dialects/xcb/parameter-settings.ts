// Between an application's parameter file and the one model of settings.
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { Change } from "../../settings/change.ts";
import { wholeTerminal } from "../../settings/clock-field.ts";
import { printIpv4 } from "../../settings/ipv4.ts";
import type { InterfaceSettings, IpSettings, NetworkSettings } from "../../settings/network-settings.ts";
import { maskOf, parsePrefixLength } from "../../settings/prefix-length.ts";
import { type ParameterEdit, type ParameterPath, readParameters } from "../parameters/parameter-file.ts";
import { type Acquirer, makeAcquirerEdit, readAcquirer } from "./acquirer-parameters.ts";
import type { DescribedInterface, XcbDescription } from "./description.ts";

type ParameterSettings = Pick<NetworkSettings, "interfaces" | "nameServers"> & Acquirer;

type Read = (path: ParameterPath | undefined) => string | null;

/** Null when the file is not of the format that the description says. */
export function readSettings(file: string, description: XcbDescription): ParameterSettings | null {
  const { parameters } = description;
  if (readParameters(file, parameters, []) === null) return null;
  const find: Read = (path) => (path ? (readParameters(file, parameters, [path])?.[0] ?? null) : null);
  const read: Read = (path) => emptyToNull(find(path));
  const interfaces = description.interfaces.map((each) => readInterface(each, read));
  const servers = new Set(interfaces.flatMap(({ ipv4 }) => ipv4?.dns ?? []));
  return {
    interfaces,
    nameServers: [...servers].map((address) => ({ address, source: parameters.path })),
    ...readAcquirer(description, { read, isThere: (path) => find(path) !== null }),
  };
}

function readInterface(described: DescribedInterface, read: Read): InterfaceSettings {
  const mask = parsePrefixLength(read(described.mask) ?? "");
  const written = read(described.method?.key);
  const isDhcp = described.method !== undefined && written === described.method.dhcp;
  const isStatic = described.method === undefined || written === described.method.static;
  const ipv4: IpSettings = {
    method: isDhcp ? "dhcp" : isStatic ? "static" : null,
    // What stands in the file beside "by DHCP" is left over from before and does not hold.
    address: isDhcp ? null : read(described.address),
    prefixLength: !isDhcp && mask.ok ? mask.value : null,
    gateway: isDhcp ? null : read(described.gateway),
    dns: isDhcp ? [] : described.dns.map(read).filter((server) => server !== null),
    additional: [],
  };
  return {
    name: described.name,
    kind: described.kind,
    mac: null,
    link: null,
    mtu: null,
    manager: "parameter-file",
    ipv4,
    ipv6: null,
    // What runs is not to be had from the terminal: only the file is.
    running: null,
  };
}

/** The edits that make the wanted changes. Failures: `unknown-interface`, `unknown-field`, `parameter-missing`. */
export function makeEdits(description: XcbDescription, changes: readonly Change[]): Result<readonly ParameterEdit[]> {
  const edits: ParameterEdit[] = [];
  for (const change of changes) {
    const made =
      change.interface === wholeTerminal
        ? makeAcquirerEdit(description, change)
        : makeInterfaceEdit(description.interfaces, change);
    if (!made.ok) return made;
    edits.push(...made.value);
  }
  return succeed(edits);
}

function makeInterfaceEdit(
  interfaces: readonly DescribedInterface[],
  change: Change,
): Result<readonly ParameterEdit[]> {
  const described = interfaces.find(({ name }) => name === change.interface);
  if (described) return makeEdit(described, change);
  const known = interfaces.map(({ name }) => name).join(", ");
  return fail(makeFailure("unknown-interface", { interface: change.interface, known }));
}

function makeEdit(described: DescribedInterface, { field, to }: Change): Result<readonly ParameterEdit[]> {
  const missing = fail(makeFailure("parameter-missing", { key: `${described.name}.${field}` }));
  switch (field) {
    case "ipv4.method": {
      if (!described.method) return to === "static" ? succeed([]) : missing;
      const value = to === "dhcp" ? described.method.dhcp : described.method.static;
      return succeed([{ path: described.method.key, value }]);
    }
    case "ipv4.address": {
      // By DHCP nothing is written here: what stands in the file does not hold any more.
      if (to === null) return succeed([]);
      const [address = "", prefix = ""] = to.split("/");
      const mask = described.maskForm === "prefix" ? prefix : printIpv4(maskOf(Number(prefix)));
      return succeed([
        { path: described.address, value: address },
        { path: described.mask, value: mask },
      ]);
    }
    case "ipv4.gateway":
      if (!described.gateway) return missing;
      return succeed([{ path: described.gateway, value: to ?? "" }]);
    case "ipv4.dns": {
      const servers = to === null || to === "" ? [] : to.split(",");
      if (servers.length > described.dns.length) return missing;
      return succeed(described.dns.map((path, place) => ({ path, value: servers[place] ?? "" })));
    }
    default:
      return fail(makeFailure("unknown-field", { field: `${described.name}.${field}` }));
  }
}

function emptyToNull(value: string | null): string | null {
  return value === null || value.trim() === "" ? null : value.trim().slice(0, 4096);
}
