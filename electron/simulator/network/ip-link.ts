// `ip link show | set`.
import { ipDone, printed, readCommand, refused, settled, type IpOptions, type IpOutcome } from "./ip-words.ts";
import { missingDevice, type NetworkStack } from "./network-stack.ts";
import { showLinks } from "./show-links.ts";

export function runLink(stack: NetworkStack, words: readonly string[], options: IpOptions): IpOutcome {
  const command = readCommand(words, ["show", "set"]);
  if (command === "show") return show(stack, words.slice(1), options);
  if (command === "set") return set(stack, words.slice(1));
  return refused(`Command "${words[0]}" is unknown, try "ip link help".`, 255);
}

function show(stack: NetworkStack, words: readonly string[], options: IpOptions): IpOutcome {
  const name = words.find((word) => word !== "dev" && word !== "up");
  if (name !== undefined && stack.link(name) === null) return refused(`Device "${name}" does not exist.`, 1);
  const links = stack.links.filter(
    (link) => (name === undefined || link.name === name) && (!words.includes("up") || link.up),
  );
  return printed(showLinks(links, { ...options, addresses: false }));
}

function set(stack: NetworkStack, words: readonly string[]): IpOutcome {
  const [name, ...settings] = words[0] === "dev" ? words.slice(1) : words;
  if (name === undefined) return refused('Not enough information: "dev" argument is required.', 255);
  for (let at = 0; at < settings.length; at += 1) {
    const word = settings[at] ?? "";
    const takesValue = ["mtu", "address", "txqueuelen", "qlen", "alias", "arp", "multicast"].includes(word);
    if (!takesValue && word !== "up" && word !== "down") {
      return refused(`Error: either "dev" is duplicate, or "${word}" is a garbage.`, 255);
    }
    if (takesValue) at += 1;
  }
  if (stack.link(name) === null) return refused(missingDevice(name), 1);
  return apply(stack, name, settings);
}

function apply(stack: NetworkStack, name: string, settings: readonly string[]): IpOutcome {
  for (let at = 0; at < settings.length; at += 1) {
    const word = settings[at];
    const value = settings[at + 1] ?? "";
    let refusal: string | null = null;
    if (word === "up" || word === "down") refusal = stack.setUp(name, word === "up");
    else if (word === "mtu") refusal = stack.setMtu(name, Number.parseInt(value, 10));
    else if (word === "address") refusal = stack.setMac(name, value);
    if (refusal !== null) return settled(refusal);
  }
  return ipDone;
}
