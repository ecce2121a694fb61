// The shell commands by which ifupdown 0.8.41 carries out a stanza, text for text as `ifup -n -v` prints them.
import { parseQuad, formatQuad, broadcastOf } from "./dotted-quad.ts";
import type { Option, Stanza } from "./interfaces-file.ts";

export interface StanzaScripts {
  readonly up: readonly string[];
  readonly down: readonly string[];
  /** Options that must be there and are not. */
  readonly missing: readonly string[];
}

export function scriptsOf(stanza: Stanza): StanzaScripts {
  const options = completeOptions(stanza);
  const value = (name: string): string | undefined => options.find((one) => one.name === name)?.value;
  const iface = stanza.name;
  if (stanza.family !== "inet") return { up: [], down: [], missing: [] };
  if (stanza.method === "loopback") {
    const set = (state: string): string => `ip link set dev ${iface} ${state}`;
    return { up: [set("up")], down: [set("down")], missing: [] };
  }
  if (stanza.method === "manual") {
    const setting = (name: string, word: string): string =>
      value(name) === undefined ? "" : `ip link set dev ${iface} ${word} ${value(name)}`;
    return {
      up: [setting("mtu", "mtu"), setting("hwaddress", "address"), `ip link set dev ${iface} up 2>/dev/null || true`],
      down: [`ip -4 addr flush dev ${iface} 2>/dev/null || true`, `ip link set dev ${iface} down 2>/dev/null || true`],
      missing: [],
    };
  }
  if (stanza.method === "dhcp") return dhcpScripts(iface, value("hostname"));
  return value("address") === undefined ? { up: [], down: [], missing: ["address"] } : staticScripts(iface, value);
}

function staticScripts(iface: string, value: (name: string) => string | undefined): StanzaScripts {
  const when = (name: string, text: (value: string) => string): string => {
    const found = value(name);
    return found === undefined ? "" : text(found);
  };
  const gateway = value("gateway");
  const mask = when("netmask", (one) => `/${one}`);
  const broadcast = when("broadcast", (one) => ` broadcast ${one}`);
  const metric = when("metric", (one) => `metric ${one}`);
  const address = (verb: string): string => {
    const peer = when("pointopoint", (one) => `peer ${one}`);
    const scope = when("scope", (one) => `scope ${one}`);
    return `ip addr ${verb} ${value("address")}${mask}${broadcast} \t${peer} ${scope} dev ${iface} label ${iface}`;
  };
  const link = `ip link set dev ${iface} ${when("mtu", (one) => `mtu ${one}`)} ${when("hwaddress", (one) => `address ${one}`)} up`;
  const route = (verb: string): string => ` ip route ${verb} default via ${gateway} ${metric} dev ${iface}`;
  return {
    up: [address("add"), link, gateway === undefined ? "" : `${route("add")} onlink `],
    down: [
      ...(gateway === undefined ? [] : [`${route("del")} 2>&1 1>/dev/null || true `]),
      address("del"),
      `ip -4 addr flush dev ${iface}`,
      `ip link set dev ${iface} down`,
    ],
    missing: [],
  };
}

function dhcpScripts(iface: string, hostName: string | undefined): StanzaScripts {
  const pid = `/run/udhcpc.${iface}.pid`;
  const host = hostName === undefined ? "" : `-x hostname:${hostName}`;
  const stop = `if test -f ${pid}; then kill -USR2 $(cat ${pid}); kill -TERM $(cat ${pid}); fi`;
  return {
    up: ["", `udhcpc -n -p ${pid} -i ${iface} ${host}`],
    down: [stop, `ip link set dev ${iface} down`],
    missing: [],
  };
}

/** What ifupdown makes of address, netmask and broadcast before it uses them; `ifquery` prints the same. */
export function completeOptions(stanza: Stanza): readonly Option[] {
  if (stanza.family !== "inet" || stanza.method !== "static") return stanza.options;
  const options = [...stanza.options];
  const at = options.findIndex((one) => one.name === "address");
  const written = options[at]?.value;
  if (written === undefined) return options;
  // Two address lines have become one value of two lines: the first counts.
  const [head = "", tail] = written.split("\n", 1).join("").split("/", 2);
  options[at] = { name: "address", value: head };
  const address = parseQuad(head);
  const given = options.find((one) => one.name === "netmask")?.value;
  const mask = given ?? (address === null ? written : maskText(address, tail));
  if (!options.some((one) => one.name === "broadcast")) {
    options.push({ name: "broadcast", value: broadcastText(address, mask) });
  }
  if (given === undefined) options.push({ name: "netmask", value: mask });
  return options;
}

function maskText(address: number, tail: string | undefined): string {
  if (tail?.includes(".")) return tail;
  return formatQuad(bitsAsMask(tail === undefined ? classLength(address) : Number.parseInt(tail, 10)));
}

/** More than 32 bits wrap to none, as they do in ifupdown. */
function bitsAsMask(bits: number): number {
  return bits <= 0 || bits > 32 ? 0 : (0xffffffff << (32 - bits)) >>> 0;
}

/** Without any mask ifupdown falls back to the address classes of 1981. */
function classLength(address: number): number {
  if (address >>> 31 === 0) return 8;
  return address >>> 30 === 2 ? 16 : 24;
}

function broadcastText(address: number | null, mask: string): string {
  const bits = /^\d+$/.test(mask) ? bitsAsMask(Number(mask)) : parseQuad(mask);
  if (address === null || bits === null) return "+";
  // Two hosts on a wire, or one, have no broadcast address: ifupdown writes all ones.
  if (bits >= 0xfffffffe) return "255.255.255.255";
  return formatQuad(bits === 0 ? broadcastOf(address, 0) : (address | ~bits) >>> 0);
}
