// `ip route show | add | replace | change | append | del | flush | get`, IPv4.
import { formatQuad, networkOf, parsePrefix, parseQuad } from "./dotted-quad.ts";
import {
  ipDone,
  printed,
  readCommand,
  refused,
  settled,
  wordAfter,
  type IpOptions,
  type IpOutcome,
} from "./ip-words.ts";
import { missingDevice, type NetworkStack } from "./network-stack.ts";
import type { Route } from "./route-table.ts";
import { showRoutes } from "./show-routes.ts";

const commands = ["show", "add", "append", "replace", "change", "chg", "delete", "flush", "get"];

export function runRoute(stack: NetworkStack, words: readonly string[], options: IpOptions): IpOutcome {
  const command = readCommand(words, commands);
  const rest = words.slice(1);
  if (command === null) return refused(`Command "${words[0]}" is unknown, try "ip route help".`, 255);
  if (command === "show") return show(stack, rest, options);
  if (command === "get") return get(stack, rest, options);
  const wanted = readWanted(stack, rest);
  if ("exitCode" in wanted) return wanted;
  if (command === "flush") {
    stack.routes.removeWhere((route) => matches(route, wanted));
    return ipDone;
  }
  if (command === "delete") {
    return settled(
      stack.routes.removeFirst((route) => matches(route, wanted)) ? null : "RTNETLINK answers: No such process",
    );
  }
  return add(stack, command, wanted);
}

/** What a person wrote; what is not written is null and matches everything. */
interface Wanted {
  readonly destination: number | null;
  readonly prefixLength: number;
  readonly gateway: number | null;
  readonly device: string | null;
  readonly source: number | null;
  readonly metric: number | null;
  readonly protocol: Route["protocol"] | null;
  readonly scope: Route["scope"] | null;
  readonly onLink: boolean;
}

const valueWords = ["via", "dev", "src", "metric", "proto", "scope", "table", "mtu", "priority", "preference"];

function readWanted(stack: NetworkStack, words: readonly string[]): Wanted | IpOutcome {
  let read: Wanted = { ...everything };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "onlink") read = { ...read, onLink: true };
    else if (valueWords.includes(word)) {
      at += 1;
      const next = readValue(read, word, words[at] ?? "");
      if ("exitCode" in next) return next;
      read = next;
    } else if (!["to", "unicast", "root", "exact", "match"].includes(word)) {
      const prefix = word === "default" || word === "0/0" ? { address: 0, prefixLength: 0 } : parsePrefix(word);
      if (prefix === null) return refused(`Error: any valid prefix is expected rather than "${word}".`, 1);
      read = { ...read, destination: prefix.address, prefixLength: prefix.prefixLength };
    }
  }
  if (read.device !== null && stack.link(read.device) === null) return refused(missingDevice(read.device), 1);
  return read;
}

const everything: Wanted = {
  destination: null,
  prefixLength: 0,
  gateway: null,
  device: null,
  source: null,
  metric: null,
  protocol: null,
  scope: null,
  onLink: false,
};

function readValue(read: Wanted, word: string, value: string): Wanted | IpOutcome {
  if (word === "via" || word === "src") {
    const address = parseQuad(value);
    if (address === null) return refused(`Error: any valid address is expected rather than "${value}".`, 1);
    return word === "via" ? { ...read, gateway: address } : { ...read, source: address };
  }
  if (word === "dev") return { ...read, device: value };
  if (word === "proto" && (value === "dhcp" || value === "static" || value === "kernel" || value === "boot")) {
    return { ...read, protocol: value };
  }
  if (word === "scope" && (value === "link" || value === "host" || value === "global"))
    return { ...read, scope: value };
  if (word === "metric" || word === "priority" || word === "preference") return { ...read, metric: Number(value) };
  return read;
}

function matches(route: Route, wanted: Wanted): boolean {
  return (
    (wanted.destination === null ||
      (route.destination === wanted.destination && route.prefixLength === wanted.prefixLength)) &&
    (wanted.gateway === null || route.gateway === wanted.gateway) &&
    (wanted.device === null || route.device === wanted.device) &&
    (wanted.metric === null || route.metric === wanted.metric) &&
    (wanted.protocol === null || route.protocol === wanted.protocol) &&
    (wanted.scope === null || route.scope === wanted.scope)
  );
}

function add(stack: NetworkStack, command: string, wanted: Wanted): IpOutcome {
  const destination = wanted.destination ?? 0;
  if (networkOf(destination, wanted.prefixLength) !== destination) {
    return settled("Error: Invalid prefix for given prefix length.");
  }
  const device = findDevice(stack, wanted);
  if (typeof device !== "string") return settled(device.refusal);
  if (wanted.source !== null && !stack.ownsAddress(wanted.source)) {
    return settled("Error: Invalid prefsrc address.");
  }
  const route: Route = {
    destination,
    prefixLength: wanted.prefixLength,
    gateway: wanted.gateway,
    device,
    protocol: wanted.protocol ?? "boot",
    scope: wanted.scope ?? (wanted.gateway === null ? "link" : "global"),
    source: wanted.source,
    metric: wanted.metric ?? 0,
    onLink: wanted.onLink,
  };
  if (command === "add" && stack.routes.has(route)) return settled("RTNETLINK answers: File exists");
  if (command === "change" || command === "chg") {
    if (!stack.routes.has(route)) return settled("RTNETLINK answers: No such file or directory");
  }
  stack.routes.replace(route);
  return ipDone;
}

function findDevice(stack: NetworkStack, wanted: Wanted): string | { readonly refusal: string } {
  if (wanted.gateway === null) {
    if (wanted.device === null) return { refusal: "RTNETLINK answers: No such device" };
    return stack.link(wanted.device)?.up === true ? wanted.device : { refusal: "Error: Device for nexthop is not up." };
  }
  if (wanted.onLink) {
    if (wanted.device === null) return { refusal: "Error: Nexthop device required for onlink." };
    return stack.link(wanted.device)?.up === true ? wanted.device : { refusal: "Error: Nexthop device is not up." };
  }
  return stack.onLinkDevice(wanted.gateway, wanted.device) ?? { refusal: "Error: Nexthop has invalid gateway." };
}

function show(stack: NetworkStack, words: readonly string[], options: IpOptions): IpOutcome {
  const table = wordAfter(words, "table");
  if (options.family === "inet6") return printed(showInet6(stack, options.json));
  if (table !== undefined && table !== "main" && table !== "all" && table !== "254")
    return printed(options.json ? "[]\n" : "");
  const wanted = readWanted(stack, words);
  if ("exitCode" in wanted) return wanted;
  const routes = stack.routes.all.filter((route) => matches(route, wanted));
  return printed(showRoutes(stack, routes, { json: options.json, device: wanted.device }));
}

function showInet6(stack: NetworkStack, json: boolean): string {
  const links = stack.links.filter((link) => link.linkLocal);
  if (!json) return links.map((link) => `fe80::/64 dev ${link.name} proto kernel metric 256 pref medium\n`).join("");
  const rest = { protocol: "kernel", metric: 256, flags: [], pref: "medium" };
  return `${JSON.stringify(links.map((link) => ({ dst: "fe80::/64", dev: link.name, ...rest })))}\n`;
}

function get(stack: NetworkStack, words: readonly string[], options: IpOptions): IpOutcome {
  const text = words.find((word) => word !== "to") ?? "";
  const target = parseQuad(text);
  if (target === null) return refused(`Error: any valid prefix is expected rather than "${text}".`, 1);
  const target4 = formatQuad(target);
  if (stack.ownsAddress(target)) {
    return printed(`local ${target4} dev lo src ${target4} uid 0 \n    cache <local> \n`);
  }
  const route = stack.routes.find(target);
  if (route === null) return settled("RTNETLINK answers: Network is unreachable");
  const source = stack.sourceFor(route, target);
  const via = route.gateway === null ? null : formatQuad(route.gateway);
  const src = source === null ? null : formatQuad(source);
  if (options.json) {
    const hop = { dst: target4, ...(via === null ? {} : { gateway: via }), dev: route.device };
    return printed(
      `${JSON.stringify([{ ...hop, ...(src === null ? {} : { prefsrc: src }), flags: [], uid: 0, cache: [] }])}\n`,
    );
  }
  const words4 = `${target4} ${via === null ? "" : `via ${via} `}dev ${route.device} ${src === null ? "" : `src ${src} `}`;
  return printed(`${words4}uid 0 \n    cache \n`);
}
