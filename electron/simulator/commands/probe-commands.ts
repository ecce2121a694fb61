// arping of iputils, nslookup of BIND and nc of OpenBSD: how a terminal asks its network. Held to what the real ones print
// (tests/corpus/linux-console/probes).
import { formatQuad, parseQuad } from "../network/dotted-quad.ts";
import type { Machine } from "../machine.ts";
import type { RunOutcome } from "../shell/shell-process.ts";
import { answers } from "./network-commands.ts";
import { complain, done, splitOptions, type Call, type CommandTable } from "./command.ts";

export const probeCommands: CommandTable = { arping: runArping, nslookup: runNslookup, nc: runNc };

const interrupted: RunOutcome = { ...done, exitCode: 130 };

/** With -D it asks from nobody's address, and an answer is a failure. */
async function runArping({ args, process }: Call): Promise<RunOutcome> {
  const { words, options } = splitOptions(args, "cwIis");
  const target = words.at(-1) ?? "";
  const address = parseQuad(target);
  if (address === null) return complain(`arping: ${target}: Name or service not known`, 2);
  const { machine } = process;
  const name = options.get("I") ?? "eth0";
  const link = machine.network.link(name);
  if (link === null) return complain(`arping: Device ${name} not available.`, 2);
  if (!link.up) return complain(`arping: Interface "${name}" is down`, 2);
  const isProbe = options.has("D");
  const source = isProbe ? 0 : (link.addresses[0]?.local ?? 0);
  const head = `ARPING ${target} from ${formatQuad(source)} ${name}\n`;
  const isThere = link.carrier && isOnCable(machine, target);
  if (isThere) {
    const reply = `Unicast reply from ${target} [00:00:5E:00:53:01]  0.612ms\n`;
    const stdout = `${head}${reply}Sent 1 probes (1 broadcast(s))\nReceived 1 response(s)\n`;
    return { stdout, stderr: "", exitCode: isProbe ? 1 : 0 };
  }
  const count = Number.parseInt(options.get("c") ?? "3", 10) || 1;
  if (!(await process.wait(count * 1000))) return interrupted;
  const stdout = `${head}Sent ${count} probes (${count} broadcast(s))\nReceived 0 response(s)\n`;
  return { stdout, stderr: "", exitCode: isProbe ? 0 : 1 };
}

function isOnCable({ profile }: Machine, address: string): boolean {
  return address === profile.site.router || profile.site.alive.includes(address);
}

/** Asks the named server, or those of /etc/resolv.conf one after the other. */
async function runNslookup(call: Call): Promise<RunOutcome> {
  const { machine } = call.process;
  const [name = "", asked] = call.args.filter((word) => !word.startsWith("-"));
  const servers = asked === undefined ? await listServers(call) : [asked];
  const errors: string[] = [];
  for (const server of servers) {
    const address = parseQuad(server);
    if (address === null || !isNameServer(machine, server) || !answers(machine, address)) {
      if (!(await call.process.wait(5000))) return interrupted;
      errors.push(`;; communications error to ${server}#53: timed out\n`);
      continue;
    }
    const head = `${errors.join("")}Server:\t\t${server}\nAddress:\t${server}#53\n\n`;
    const found = name === "localhost" ? "127.0.0.1" : machine.profile.site.names?.[name];
    if (found === undefined) {
      return { stdout: `${head}** server can't find ${name}: NXDOMAIN\n\n`, stderr: "", exitCode: 1 };
    }
    return { stdout: `${head}Name:\t${name}\nAddress: ${found}\n\n`, stderr: "", exitCode: 0 };
  }
  return { stdout: `${errors.join("")};; no servers could be reached\n\n`, stderr: "", exitCode: 1 };
}

function isNameServer({ profile: { site } }: Machine, server: string): boolean {
  return site.nameServers.includes(server) || site.listening?.includes(`${server}:53`) === true;
}

async function listServers({ io }: Call): Promise<readonly string[]> {
  const text = (await io.fs.exists("/etc/resolv.conf")) ? await io.fs.readFile("/etc/resolv.conf") : "";
  return [...text.matchAll(/^nameserver\s+(\S+)/gm)].map(([, server = ""]) => server);
}

async function runNc(call: Call): Promise<RunOutcome> {
  const { words, options } = splitOptions(call.args, "wpse");
  const [host = "", port = ""] = words;
  if (options.has("e")) return complain("nc: invalid option -- 'e'");
  if (!options.has("z")) return complain("nc: only -z is simulated");
  const { machine } = call.process;
  const address = parseQuad(host) ?? (await resolve(call, host));
  if (address === null) return complain(`nc: getaddrinfo for host "${host}" port ${port}: Name or service not known`);
  const say = (what: string): RunOutcome => complain(`nc: connect to ${host} port ${port} (tcp) ${what}`);
  const place = formatQuad(address);
  const route = machine.network.routes.find(address);
  if (route === null && !machine.network.ownsAddress(address)) return say("failed: Network is unreachable");
  if (answers(machine, address)) {
    const isOpen = machine.profile.site.listening?.includes(`${place}:${port}`) === true;
    const isNear = machine.network.ownsAddress(address) || isOnCable(machine, place);
    if (isOpen) return complain(`Connection to ${host} ${port} port [tcp/*] succeeded!`, 0);
    if (isNear) return say("failed: Connection refused");
  } else if (route?.gateway === null) {
    return (await call.process.wait(3000)) ? say("failed: No route to host") : interrupted;
  }
  const patience = Number.parseFloat(options.get("w") ?? "120") * 1000;
  return (await call.process.wait(patience)) ? say("timed out: Operation now in progress") : interrupted;
}

async function resolve(call: Call, name: string): Promise<number | null> {
  const { names } = call.process.machine.profile.site;
  const looked = await runNslookup({ ...call, args: [name] });
  return looked.exitCode === 0 ? parseQuad(names?.[name] ?? "") : null;
}
