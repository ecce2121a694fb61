// ip, ifup and its kin, udhcpc, ping: the network from the terminal's side.
import { formatQuad, networkOf, parsePrefixLength, parseQuad } from "../network/dotted-quad.ts";
import { runIfupdown, type IfupdownHost } from "../network/ifupdown.ts";
import { runIp } from "../network/ip-command.ts";
import type { Machine } from "../machine.ts";
import type { RunOutcome } from "../shell/shell-process.ts";
import { complain, done, splitOptions, type Call, type CommandTable } from "./command.ts";

export const networkCommands: CommandTable = {
  ip: runIpCommand,
  ifup: (call) => runIfupdown("ifup", call.args, hostOf(call)),
  ifdown: (call) => runIfupdown("ifdown", call.args, hostOf(call)),
  ifquery: (call) => runIfupdown("ifquery", call.args, hostOf(call)),
  udhcpc: runUdhcpc,
  ping: runPing,
};

const changes = /\b(add|a|del|delete|replace|change|flush|set|append)\b/;

function runIpCommand({ args, process }: Call): RunOutcome {
  const { machine, user } = process;
  if (!machine.has("ip -j") && args.some((word) => /^-+j/.test(word))) {
    return complain("ip: invalid argument '-j' to 'ip'");
  }
  if (user.uid !== 0 && changes.test(args.join(" "))) return complain("RTNETLINK answers: Operation not permitted", 2);
  return runIp(machine.network, args);
}

function hostOf(call: Call): IfupdownHost {
  const { fs } = call.io;
  return {
    readText: async (path) => ((await fs.exists(path)) ? fs.readFile(path) : null),
    matchPaths: async (pattern) => {
      const folder = pattern.replace(/\/[^/]*$/, "");
      const name = pattern.slice(folder.length + 1);
      if (!name.includes("*")) return (await fs.exists(pattern)) ? [pattern] : [];
      const matches = new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`);
      const entries = (await fs.exists(folder)) ? await fs.readdir(folder) : [];
      return entries
        .filter((entry) => matches.test(entry) && !entry.startsWith("."))
        .sort()
        .map((entry) => `${folder}/${entry}`);
    },
    writeText: (path, text) => fs.writeFile(path, text),
    runScript: async (script, variables) => {
      const child = call.process.fork();
      const run = { script, variables: { ...call.io.exportedEnv, ...variables }, folder: "/" };
      return call.process.shells.run(child, run).finally(() => child.end());
    },
  };
}

/** A DHCP client that gets the site's lease when the cable is in, and gives up after three questions when not. */
async function runUdhcpc(call: Call): Promise<RunOutcome> {
  const { options } = splitOptions(call.args, "ipsxtTAVrHOF");
  const { machine } = call.process;
  const name = options.get("i") ?? "eth0";
  const link = machine.network.link(name);
  if (link === null) return complain(`udhcpc: ioctl 0x8933 failed: No such device`);
  machine.network.setUp(name, true);
  const { site } = machine.profile;
  const address = parseQuad(site.lease.address) ?? 0;
  const lines = ["udhcpc: started, v1.35.0"];
  if (!link.carrier) {
    for (let tries = 0; tries < 3; tries += 1) lines.push("udhcpc: broadcasting discover");
    return complain([...lines, "udhcpc: no lease, failing"].join("\n"));
  }
  lines.push(
    "udhcpc: broadcasting discover",
    `udhcpc: broadcasting select for ${site.lease.address}, server ${site.router}`,
    `udhcpc: lease of ${site.lease.address} obtained from ${site.router}, lease time 86400`,
  );
  takeLease(machine, name, address);
  await call.io.fs.writeFile("/etc/resolv.conf", site.nameServers.map((one) => `nameserver ${one}\n`).join(""));
  const child = call.process.fork({ detached: true, name: "udhcpc", commandLine: `udhcpc ${call.args.join(" ")}` });
  const pidFile = options.get("p");
  if (pidFile !== undefined) await call.io.fs.writeFile(pidFile, `${child.pid}\n`);
  return complain(lines.join("\n"), 0);
}

function takeLease(machine: Machine, name: string, address: number): void {
  const { network, profile } = machine;
  const prefixLength = parsePrefixLength(String(profile.site.lease.prefixLength)) ?? 24;
  network.flushAddresses(name, "global");
  const broadcast = (networkOf(address, prefixLength) | (2 ** (32 - prefixLength) - 1)) >>> 0;
  network.addAddress(name, { local: address, prefixLength, broadcast, scope: "global", label: name });
  runIp(network, ["route", "replace", "default", "via", profile.site.router, "dev", name]);
}

async function runPing(call: Call): Promise<RunOutcome> {
  const { words, options } = splitOptions(call.args, "cWwiIsqt");
  const target = words.at(-1) ?? "";
  const address = parseQuad(target);
  if (address === null) return complain(`ping: ${target}: Temporary failure in name resolution`, 2);
  const count = Math.max(1, Math.min(10, Number.parseInt(options.get("c") ?? "4", 10) || 1));
  const { machine } = call.process;
  const route = machine.network.routes.find(address);
  if (route === null && !machine.network.ownsAddress(address))
    return complain("ping: connect: Network is unreachable", 2);
  const alive = answers(machine, address);
  const waited = Number.parseFloat(options.get("W") ?? "1") * 1000;
  if (!(await call.process.wait(alive ? 1 : waited))) return { ...done, exitCode: 130 };
  const head = `PING ${target} (${target}) 56(84) bytes of data.\n`;
  const replies = alive
    ? Array.from({ length: count }, (_, at) => `64 bytes from ${target}: icmp_seq=${at + 1} ttl=64 time=0.612 ms\n`)
    : [];
  const tail = `\n--- ${target} ping statistics ---\n${count} packets transmitted, ${replies.length} received, ${alive ? 0 : 100}% packet loss, time ${(count - 1) * 1000}ms\n`;
  const rtt = alive ? "rtt min/avg/max/mdev = 0.612/0.612/0.612/0.000 ms\n" : "";
  return { stdout: `${head}${replies.join("")}${tail}${rtt}`, stderr: "", exitCode: alive ? 0 : 1 };
}

/** Whether an answer from there would come back: the hop is on the shop's network and switched on. */
export function answers(machine: Machine, target: number): boolean {
  const { network, profile } = machine;
  if (network.ownsAddress(target)) return true;
  const route = network.routes.find(target);
  const link = route === null ? null : network.link(route.device);
  if (route === null || link === null || !link.carrier) return false;
  const router = parseQuad(profile.site.router) ?? 0;
  const { prefixLength } = profile.site.lease;
  const source = network.sourceFor(route, target) ?? 0;
  const inShop = (address: number): boolean => networkOf(address, prefixLength) === networkOf(router, prefixLength);
  if (!inShop(source)) return false;
  const hop = route.gateway ?? target;
  const hopAlive = formatQuad(hop) === profile.site.router || profile.site.alive.includes(formatQuad(hop));
  return route.gateway === null
    ? hopAlive
    : hop === router && (!inShop(target) || profile.site.alive.includes(formatQuad(target)));
}
