// `ip address add | change | replace | del | show | flush`.
import { broadcastOf, parsePrefix, parseQuad } from "./dotted-quad.ts";
import {
  incomplete,
  ipDone,
  printed,
  readCommand,
  refused,
  settled,
  wordAfter,
  type IpOptions,
  type IpOutcome,
} from "./ip-words.ts";
import { missingDevice, type Address, type NetworkStack } from "./network-stack.ts";
import { showLinks } from "./show-links.ts";

const commands = ["show", "add", "change", "chg", "replace", "delete", "flush"];
const keywords = new Set([
  "dev",
  "broadcast",
  "brd",
  "label",
  "scope",
  "local",
  "valid_lft",
  "preferred_lft",
  "peer",
  "proto",
]);

export function runAddress(stack: NetworkStack, words: readonly string[], options: IpOptions): IpOutcome {
  const command = readCommand(words, commands);
  if (command === null) return refused(`Command "${words[0]}" is unknown, try "ip address help".`, 255);
  const rest = words.slice(1);
  if (command === "show") return show(stack, rest, options);
  if (command === "flush") return flush(stack, rest);
  return change(stack, command, rest);
}

function show(stack: NetworkStack, words: readonly string[], options: IpOptions): IpOutcome {
  const named = wordAfter(words, "dev");
  if (named === null) return incomplete;
  const name =
    named ?? words.find((word) => !["up", "scope", "global", "primary", "permanent", "dynamic"].includes(word));
  if (name !== undefined && stack.link(name) === null) return refused(`Device "${name}" does not exist.`, 1);
  const links = stack.links.filter(
    (link) => (name === undefined || link.name === name) && (!words.includes("up") || link.up),
  );
  return printed(showLinks(links, { ...options, addresses: true }));
}

function flush(stack: NetworkStack, words: readonly string[]): IpOutcome {
  if (words.length === 0) return refused("Flush requires arguments.", 1);
  const scope = wordAfter(words, "scope") ?? null;
  const name = wordAfter(words, "dev") ?? words.find((word) => word !== "scope" && word !== scope);
  return name === undefined ? ipDone : settled(stack.flushAddresses(name, scope));
}

function change(stack: NetworkStack, command: string, words: readonly string[]): IpOutcome {
  const named = wordAfter(words, "dev");
  if (named === null) return incomplete;
  const text =
    words.find((word, at) => !keywords.has(word) && !keywords.has(words[at - 1] ?? "")) ?? wordAfter(words, "local");
  const prefix = typeof text === "string" ? parsePrefix(text) : null;
  if (typeof text === "string" && prefix === null) {
    return refused(`Error: any valid prefix is expected rather than "${text}".`, 1);
  }
  if (named === undefined) return refused('Not enough information: "dev" argument is required.', 1);
  if (prefix === null) return refused("RTNETLINK answers: Operation not supported", 2);
  if (stack.link(named) === null) return refused(missingDevice(named), 1);
  if (command === "delete") return remove(stack, named, { ...prefix, text: String(text) });
  const broadcast = readBroadcast(words, prefix.address, prefix.prefixLength);
  if (typeof broadcast === "string")
    return refused(`Error: any valid address is expected rather than "${broadcast}".`, 1);
  const wanted = {
    local: prefix.address,
    prefixLength: prefix.prefixLength,
    broadcast,
    scope: readScope(words, prefix.address),
    label: wordAfter(words, "label") ?? named,
  };
  const refusal = stack.addAddress(named, wanted);
  return command === "add" ? settled(refusal) : ipDone;
}

interface WrittenPrefix {
  readonly address: number;
  readonly prefixLength: number;
  readonly text: string;
}

function remove(stack: NetworkStack, device: string, prefix: WrittenPrefix): IpOutcome {
  const found = stack.link(device)?.addresses.find((one) => one.local === prefix.address);
  if (prefix.text.includes("/") || found === undefined) {
    return settled(stack.removeAddress(device, prefix.address, prefix.prefixLength));
  }
  const warning =
    "Warning: Executing wildcard deletion to stay compatible with old scripts.\n" +
    `         Explicitly specify the prefix length (${prefix.text}/32) to avoid this warning.\n` +
    "         This special behaviour is likely to disappear in further releases,\n" +
    "         fix your scripts!";
  const outcome = settled(stack.removeAddress(device, found.local, found.prefixLength));
  return { ...outcome, stderr: `${warning}\n${outcome.stderr}` };
}

function readBroadcast(words: readonly string[], local: number, prefixLength: number): number | null | string {
  const text = wordAfter(words, "broadcast", "brd");
  if (text === undefined || text === null || text === "-") return null;
  if (text === "+") return prefixLength < 31 ? broadcastOf(local, prefixLength) : null;
  return parseQuad(text) ?? text;
}

function readScope(words: readonly string[], local: number): Address["scope"] {
  const text = wordAfter(words, "scope");
  if (text === "link" || text === "host" || text === "global") return text;
  return local >>> 24 === 127 ? "host" : "global";
}
