// What the patterns caught -> the one model of settings. Values are quoted as the terminal wrote them, however wrong.
import type { Host, InterfaceSettings, IpSettings } from "../../settings/network-settings.ts";
import type { Capabilities, Reading } from "../dialect.ts";
import { listAcquirerSettable, nameTold, unsetOf } from "./acquirer-commands.ts";
import type { CompiledDescription } from "./compile.ts";
import type { DescribedTextInterface, ReadCommand, TextDescription, TextFields, Told } from "./description.ts";
import { readAddress, readMask } from "./values.ts";

export type Caught = Readonly<Record<string, string>>;

/** What each pattern of a command caught in its answer, in their order; null for one that matched nothing. */
export function catchValues(
  command: ReadCommand,
  answer: string,
  description: CompiledDescription,
): readonly (Caught | null)[] {
  return command.catch.map((source) => description.catch(source, answer));
}

/** The first that was caught under a name stands. */
export function joinCaught(all: readonly (Caught | null)[]): Caught {
  return Object.assign({}, ...[...all].reverse().filter((each) => each !== null)) as Caught;
}

export function makeReading(description: TextDescription, caught: Caught, capabilities: Capabilities): Reading {
  const { identity, merchantNumber, terminalNumber } = description;
  const settable = listAcquirerSettable(description);
  const tell = (fact: (typeof identity)["vendor"]): string | null =>
    fact === undefined ? null : "is" in fact ? fact.is : tidy(caught[fact.from], 128);
  const interfaces = description.interfaces.map((each) => readInterface(each, caught));
  const servers = new Set(interfaces.flatMap(({ ipv4 }) => ipv4?.dns ?? []));
  return {
    interfaces,
    routes: [],
    nameServers: [...servers].map((address) => ({ address, source: null })),
    hosts: description.hosts.flatMap((host, index) => readHost(host, index + 1, caught)),
    tpdu: readTold(description.tpdu, caught),
    ...(merchantNumber && { merchantNumber: readTold(merchantNumber, caught) }),
    ...(terminalNumber && { terminalNumber: readTold(terminalNumber, caught) }),
    ...(settable.length > 0 && { settable }),
    terminal: {
      family: "text",
      vendor: tell(identity.vendor),
      model: tell(identity.model),
      serialNumber: tell(identity.serialNumber),
      firmware: tell(identity.firmware),
      hostName: tell(identity.hostName),
    },
    clock: null,
    capabilities,
  };
}

function readHost(
  { host, port, purpose }: TextDescription["hosts"][number],
  place: number,
  caught: Caught,
): readonly Host[] {
  const name = readTold(host, caught);
  const number = Number(readTold(port, caught) ?? Number.NaN);
  const known = { port: Number.isSafeInteger(number) && number >= 0 ? number : null, tls: null };
  return name === null ? [] : [{ host: name, ...known, purpose: purpose ?? null, place }];
}

function readTold(told: Told | undefined, caught: Caught): string | null {
  const text = told && tidy(caught[nameTold(told)], 253);
  return !text || text === unsetOf(told) ? null : text;
}

function readInterface({ name, kind, mac, fields }: DescribedTextInterface, caught: Caught): InterfaceSettings {
  return {
    name,
    kind,
    mac: mac === undefined ? null : (tidy(caught[mac], 32)?.toLowerCase() ?? null),
    link: null,
    mtu: null,
    manager: "terminal",
    ipv4: readKept(fields, caught),
    ipv6: null,
    running: readLease(fields, caught),
  };
}

/** What it tells is what it keeps; only beside "by DHCP" it is what runs. */
function readLease(fields: TextFields, caught: Caught): InterfaceSettings["running"] {
  const told = readFields(fields, caught);
  return told.method === "dhcp" && told.address !== null ? { ipv4: told, ipv6: null } : null;
}

/** What stands beside "by DHCP" is the lease's. */
function readKept(fields: TextFields, caught: Caught): IpSettings {
  const told = readFields(fields, caught);
  if (told.method !== "dhcp") return told;
  return { ...told, address: null, prefixLength: null, gateway: null, dns: [] };
}

function readFields({ method, address, mask, gateway, dns }: TextFields, caught: Caught): IpSettings {
  const written = method && tidy(caught[method.from], 64);
  const read = (field: typeof gateway): string | null => {
    const text = field && tidy(caught[field.from], 64);
    return field && text && text !== field.unset ? readAddress(text, field.form) : null;
  };
  const maskText = tidy(caught[mask.from], 64);
  const known = read(address);
  return {
    method: !method || written === method.static ? "static" : written === method.dhcp ? "dhcp" : null,
    address: known,
    prefixLength: known === null || maskText === null ? null : readMask(maskText, mask.form),
    gateway: read(gateway),
    dns: dns.map(read).filter((server) => server !== null),
    additional: [],
  };
}

function tidy(text: string | undefined, most: number): string | null {
  const plain = (text ?? "")
    .replace(/\p{Cc}/gu, "")
    .trim()
    .slice(0, most);
  return plain === "" ? null : plain;
}
