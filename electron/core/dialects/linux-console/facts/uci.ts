// What OpenWrt keeps: `uci show network`, one option a line, values in quotes.
//
//   network.lan=interface
//   network.lan.device='br-lan'        (`ifname` before OpenWrt 21.02; with `type='bridge'` the device is br-lan)
//   network.lan.ipaddr='192.168.1.1'
// Where netifd passes name servers on (/tmp/resolv.conf.d/resolv.conf.auto, /tmp/resolv.conf.auto before 21.02):
//
//   # Interface lan
//   nameserver 192.168.1.1
import { type Kept, keepNothingBut, keepStatic } from "./kept.ts";
import { readNameServers } from "./resolv-conf.ts";

type Options = ReadonlyMap<string, readonly string[]>;

export interface UciSection {
  readonly name: string;
  readonly options: Options;
}

/** What is left out of `uci show network`, as a basic regular expression for grep. */
export const uciSecrets = "'key\\|pass\\|secret\\|pin'";

const serverFiles = ["/tmp/resolv.conf.d/resolv.conf.auto", "/tmp/resolv.conf.auto"];

export function readUci(text: string, name: string): Kept | null {
  const section = findUciSection(text, name);
  return section === null ? null : { ipv4: readOptions(section.options), ipv6: null };
}

/** The section of a device: the one for IPv4 where there is another for IPv6. */
export function findUciSection(text: string, name: string): UciSection | null {
  const own = listInterfaces(text).filter(({ name: section, options }) => {
    const isBridge = options.get("type")?.[0] === "bridge";
    const devices = isBridge ? [`br-${section}`] : (options.get("device") ?? options.get("ifname") ?? []);
    return devices.includes(name);
  });
  return own.find(({ options }) => readOptions(options) !== null) ?? own[0] ?? null;
}

/** The name servers that netifd has passed on for a device; null when it does not say. */
export function readNetifdServers(
  text: string,
  files: ReadonlyMap<string, string>,
  name: string,
): readonly string[] | null {
  const section = findUciSection(text, name);
  const auto = serverFiles.map((file) => files.get(file)).find((each) => each !== undefined);
  if (section === null || auto === undefined) return null;
  const own = auto.split(/^# Interface /m).find((each) => each.startsWith(`${section.name}\n`));
  return readNameServers(own ?? "");
}

function listInterfaces(text: string): readonly UciSection[] {
  return [...text.matchAll(/^network\.([\w@[\]-]+)=interface$/gm)].map(([, name = ""]) => {
    const start = `network.${name}.`;
    const own = text.split("\n").filter((line) => line.startsWith(start));
    return { name, options: new Map(own.map((line) => readOption(line.slice(start.length)))) };
  });
}

function readOption(line: string): [string, readonly string[]] {
  const at = line.indexOf("=");
  const values = [...line.slice(at + 1).matchAll(/'([^']*)'|([^\s']+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? "",
  );
  return [line.slice(0, at), values];
}

function readOptions(options: Options): Kept["ipv4"] {
  const dns = (options.get("dns") ?? []).flatMap((value) => value.split(/\s+/));
  const proto = options.get("proto")?.[0];
  if (proto === "dhcp") return keepNothingBut("dhcp", dns);
  if (proto === "none") return keepNothingBut("none", dns);
  if (proto !== "static") return null;
  const mask = options.get("netmask")?.[0];
  const addresses = (options.get("ipaddr") ?? []).map((address, index) =>
    address.includes("/") || index > 0 || mask === undefined ? address : `${address}/${mask}`,
  );
  return keepStatic(addresses, { gateway: options.get("gateway")?.[0] ?? null, dns });
}
