// systemd-networkd's .network files and their drop-ins (systemd.network(5)): read, and edited line by line, so that
// comments and whatever else stands there stay where they are.
//
//   [Match]
//   Name=eth0
//   [Network]
//   Address=192.168.1.23/24      <- or in an [Address] section of its own
//   Gateway=192.168.1.1          <- or in a [Route] section without a destination
import { type KeptIp, keepNothingBut, keepStatic } from "./kept.ts";

/** A .network file, then its drop-ins in the order in which they are read. */
export type UnitTexts = readonly [string, ...string[]];

interface Line {
  readonly text: string;
  readonly section: string;
  /** Counts the section headers above. */
  readonly block: number;
  readonly key: string;
  readonly value: string;
}

function parseLines(text: string): readonly Line[] {
  let section = "";
  let block = 0;
  return text.split("\n").map((line) => {
    const header = /^\s*\[([^\]]+)\]\s*$/.exec(line)?.[1];
    if (header !== undefined) {
      section = header;
      block++;
    }
    const [, key = "", value = ""] = /^\s*([A-Za-z0-9]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    return { text: line, section, block, key, value };
  });
}

const isDotted = (value: string): boolean => /^\d+\.\d+\.\d+\.\d+(?:\/\d+)?$/.test(value);

type Kind = "address" | "gateway" | "dns" | "dhcp" | null;

/** What a line means for IPv4. */
function classify(line: Line, lines: readonly Line[]): Kind {
  if (line.section === "Network" && line.key === "DNS") return "dns";
  if (line.section === "Network" && line.key === "DHCP") return "dhcp";
  if (line.key === "Address" && /^(?:Network|Address)$/.test(line.section) && isDotted(line.value)) return "address";
  if (line.key !== "Gateway" || !(isDotted(line.value) || line.value === "_dhcp4")) return null;
  if (line.section === "Network") return "gateway";
  const destination = lines.find((other) => other.block === line.block && other.key === "Destination");
  const leadsOut = destination === undefined || destination.value === "0.0.0.0/0";
  return line.section === "Route" && leadsOut ? "gateway" : null;
}

function collect(units: UnitTexts, kind: Kind): readonly string[] {
  return units.flatMap((text) => {
    const lines = parseLines(text);
    return lines.filter((line) => classify(line, lines) === kind).map(({ value }) => value);
  });
}

/** Values of a key in a section, an empty one taking back those before it. */
export function readList(units: UnitTexts, section: string, key: string): readonly string[] {
  const values = units.flatMap((text) =>
    parseLines(text)
      .filter((line) => line.section === section && line.key === key)
      .map(({ value }) => value),
  );
  return values.slice(values.lastIndexOf("") + 1).flatMap((value) => value.split(/\s+/));
}

/** `ownsDns`: systemd-resolved takes the name servers from here. */
export function readUnits(units: UnitTexts, ownsDns: boolean): { readonly ipv4: KeptIp | null } {
  const dns = ownsDns ? readList(units, "Network", "DNS").map((server) => server.replace(/[#%].*$/, "")) : null;
  const addresses = collect(units, "address");
  if (leases(collect(units, "dhcp").at(-1))) return { ipv4: { ...keepNothingBut("dhcp", dns), additional: addresses } };
  const gateway = collect(units, "gateway").find((value) => value !== "_dhcp4") ?? null;
  return { ipv4: addresses.length === 0 ? null : keepStatic(addresses, { gateway, dns }) };
}

function leases(dhcp: string | undefined): boolean {
  return /^(?:yes|true|on|1|both|ipv4|v4)$/.test(dhcp ?? "");
}

export interface UnitEdit {
  readonly method: "static" | "dhcp";
  /** ADDRESS/PREFIX of the first address; undefined keeps it. */
  readonly address: string | undefined;
  /** Null removes it; undefined keeps it. */
  readonly gateway: string | null | undefined;
  readonly dns: readonly string[] | undefined;
}

/** The files with the settings in them; every other line as it was. */
export function editUnits(units: UnitTexts, edit: UnitEdit): UnitTexts {
  let edited = units;
  const was = collect(units, "dhcp").at(-1);
  if (leases(was) !== (edit.method === "dhcp")) edited = setLines(edited, "dhcp", [`DHCP=${switchDhcp(was)}`]);
  if (edit.method === "dhcp") return setDns(setLines(setLines(edited, "address", []), "gateway", []), edit.dns);
  if (edit.address !== undefined) {
    const others = collect(units, "address").slice(1);
    edited = setLines(edited, "address", [`Address=${edit.address}`, ...others.map((other) => `Address=${other}`)]);
  }
  if (edit.gateway !== undefined)
    edited = setLines(edited, "gateway", edit.gateway === null ? [] : [`Gateway=${edit.gateway}`]);
  return setDns(edited, edit.dns);
}

function setDns(units: UnitTexts, dns: readonly string[] | undefined): UnitTexts {
  return dns === undefined
    ? units
    : setLines(
        units,
        "dns",
        dns.map((server) => `DNS=${server}`),
      );
}

/** The same for IPv6 as before, the other for IPv4. */
function switchDhcp(was: string | undefined): string {
  const six = /^(?:yes|true|on|1|both|ipv6|v6)$/.test(was ?? "");
  return leases(was) ? (six ? "ipv6" : "no") : six ? "yes" : "ipv4";
}

/** Replaces the lines of a kind one by one, in their places; surplus ones go, missing ones follow in [Network]. */
function setLines(units: UnitTexts, kind: Kind, wanted: readonly string[]): UnitTexts {
  const left = [...wanted];
  const edit = (text: string): string => {
    const lines = parseLines(text);
    const used = new Set<number>();
    const dropped = new Set<number>();
    const kept = lines.flatMap((line) => {
      if (classify(line, lines) !== kind) return [line];
      const next = left.shift();
      if (next !== undefined) {
        used.add(line.block);
        return [{ ...line, text: next }];
      }
      // A section that was only about this address or route is none without it.
      if (line.section !== "Network" && !used.has(line.block)) dropped.add(line.block);
      return [];
    });
    return kept
      .filter((line) => !dropped.has(line.block) || /^\s*[#;]/.test(line.text))
      .map((line) => line.text)
      .join("\n");
  };
  const [main, ...dropIns] = units;
  const edited: UnitTexts = [edit(main), ...dropIns.map(edit)];
  return left.length === 0 ? edited : [insert(edited[0], left), ...edited.slice(1)];
}

/** Behind the last line of the [Network] section. */
function insert(text: string, added: readonly string[]): string {
  const lines = parseLines(text);
  const at = lines.findLastIndex(({ section, text: line }) => section === "Network" && line.trim() !== "");
  if (at < 0) return `${text.replace(/\n*$/, "\n\n")}[Network]\n${added.join("\n")}\n`;
  return [...lines.slice(0, at + 1).map((line) => line.text), ...added, ...lines.slice(at + 1).map((l) => l.text)].join(
    "\n",
  );
}

/** The units as one file that takes this interface alone. */
export function joinForInterface(units: UnitTexts, name: string): string {
  const rest = units.map((text) =>
    parseLines(text)
      .filter(({ section }) => section !== "Match")
      .map((line) => line.text)
      .join("\n"),
  );
  return `[Match]\nName=${name}\n\n${rest.join("\n").trim()}\n`;
}
