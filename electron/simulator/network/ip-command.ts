// `ip` of iproute2 6.1.0 over the simulated kernel: the objects address, link, route and neighbour.
//
//   words -> object -> command -> NetworkStack -> what the real one prints, and its exit status
//
// 1: a word was refused by ip itself, 2: the kernel refused, 255: the command line is not one.
import { runAddress } from "./ip-address.ts";
import { runLink } from "./ip-link.ts";
import { runRoute } from "./ip-route.ts";
import { isShortFor, printed, refused, type IpOptions, type IpOutcome } from "./ip-words.ts";
import type { NetworkStack } from "./network-stack.ts";

export function runIp(stack: NetworkStack, args: readonly string[]): IpOutcome {
  const { options, rest, version } = readOptions(args);
  if (version) return printed("ip utility, iproute2-6.1.0, libbpf 1.1.2\n");
  const [object, ...words] = rest;
  if (object === undefined || object === "help") return usage();
  if (isShortFor(object, "address")) return runAddress(stack, words, options);
  if (isShortFor(object, "route")) return runRoute(stack, words, options);
  if (isShortFor(object, "link")) return runLink(stack, words, options);
  if (isShortFor(object, "neighbour") || isShortFor(object, "neighbor")) return printed(options.json ? "[]\n" : "");
  return refused(`Object "${object}" is unknown, try "ip help".`, 1);
}

function readOptions(args: readonly string[]) {
  let options: IpOptions = { json: false, brief: false, oneLine: false, family: "any" };
  let version = false;
  let at = 0;
  for (; at < args.length; at += 1) {
    const word = args[at] ?? "";
    if (!word.startsWith("-")) break;
    const name = word.replace(/^-+/, "");
    if (name === "4") options = { ...options, family: "inet" };
    else if (name === "6") options = { ...options, family: "inet6" };
    else if (name === "0") continue;
    else if (name === "V" || name === "Version") version = true;
    else if (isShortFor(name, "json")) options = { ...options, json: true };
    else if (name === "br" || (name.length > 1 && isShortFor(name, "brief"))) options = { ...options, brief: true };
    else if (isShortFor(name, "oneline")) options = { ...options, oneLine: true };
    else if (isShortFor(name, "family")) {
      at += 1;
      options = { ...options, family: args[at] === "inet6" ? "inet6" : "inet" };
    }
  }
  return { options, rest: args.slice(at), version };
}

function usage(): IpOutcome {
  const text =
    "Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\n" +
    "       ip [ -force ] -batch filename\n" +
    "where  OBJECT := { address | link | neighbour | route }\n" +
    "       OPTIONS := { -V[ersion] | -j[son] | -f[amily] { inet | inet6 } | -4 | -6 | -o[neline] | -br[ief] }";
  return refused(text, 255);
}
