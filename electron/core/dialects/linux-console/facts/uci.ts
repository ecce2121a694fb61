// What OpenWrt keeps: `uci show network`, one option a line, values in quotes.
//
//   network.lan=interface
//   network.lan.device='br-lan'        (`ifname` before OpenWrt 21.02; with `type='bridge'` the device is br-lan)
//   network.lan.ipaddr='192.168.1.1'
import { type Kept, keepNothingBut, keepStatic } from "./kept.ts";

type Options = ReadonlyMap<string, readonly string[]>;

export function readUci(text: string, name: string): Kept | null {
  for (const [section, options] of listInterfaces(text)) {
    const isBridge = options.get("type")?.[0] === "bridge";
    const devices = isBridge ? [`br-${section}`] : (options.get("device") ?? options.get("ifname") ?? []);
    if (devices.includes(name)) return { ipv4: readOptions(options), ipv6: null };
  }
  return null;
}

function listInterfaces(text: string): readonly (readonly [string, Options])[] {
  return [...text.matchAll(/^network\.([\w@[\]-]+)=interface$/gm)].map(([, section = ""]) => {
    const start = `network.${section}.`;
    const own = text.split("\n").filter((line) => line.startsWith(start));
    return [section, new Map(own.map((line) => readOption(line.slice(start.length))))] as const;
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
