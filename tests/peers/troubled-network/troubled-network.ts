// A network on which everything is there that can be wrong, and the terminal's end of it, where probes run.
//
//   terminal eth0 192.168.1.20 ---- lan0 router
//     192.168.1.1   gateway; DNS (host.example; nobody.example does not exist; other.test is refused); the ports below
//     192.168.1.2   nothing listens         192.168.1.3  takes questions for names and stays silent
//     192.168.1.99  nobody                  10.99.0.1    behind the gateway, dropped without a word
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { layCable } from "../network-namespace.ts";
import { type Finished, type OwnedProcess, runOrThrow, runProgram, startProcess } from "../owned-process.ts";
import { certificateFiles, makeCertificates } from "./certificates.ts";

/** On 192.168.1.1; nothing listens on `closed`. */
export const ports = {
  silent: 8080,
  closed: 8081,
  good: 8443,
  expired: 8444,
  future: 8445,
  stranger: 8446,
  strict: 8447,
  plain: 8448,
  lenient: 8449,
} as const;

export interface TerminalEnd {
  /** The shell as an argument list up to its `-c`. */
  readonly shell: readonly string[];
  readonly path: string;
  readonly nameServer?: string;
  /** For programs that are not installed. */
  readonly libraries?: string;
}

export interface TroubledNetwork {
  /** Files of the test's own. */
  readonly folder: string;
  /** Runs a script where the terminal is. */
  readonly run: (script: string, end: TerminalEnd) => Promise<Finished>;
  readonly inTerminal: (command: string) => Promise<Finished>;
  readonly inRouter: (command: string) => Promise<Finished>;
  /** Octets that came over connections to the silent port. */
  readonly countHeard: () => number;
  readonly close: () => Promise<void>;
}

export async function startTroubledNetwork(): Promise<TroubledNetwork> {
  const cable = await layCable({ routerAddresses: ["192.168.1.1/24", "192.168.1.2/24", "192.168.1.3/24"] });
  const folder = mkdtempSync(join(tmpdir(), "counterpart-network-"));
  const inside = (namespace: string) => (command: string) =>
    runProgram("ip", ["netns", "exec", namespace, "sh", "-c", command]);
  const [inTerminal, inRouter] = [inside(cable.terminal), inside(cable.router)];
  await inTerminal(
    "ip address add 192.168.1.20/24 dev eth0; ip link set eth0 up; ip route add default via 192.168.1.1",
  );
  await inRouter("echo 1 > /proc/sys/net/ipv4/ip_forward; ip route add blackhole 10.99.0.0/16; ip link set lo up");
  await makeCertificates(folder);
  writeFileSync(join(folder, "heard"), "");
  const servers = startServers(cable.router, folder);
  await waitForServers(inRouter);
  return {
    folder,
    inTerminal,
    inRouter,
    run: (script, end) => runAsTerminal({ namespace: cable.terminal, folder }, script, end),
    countHeard: () => readFileSync(join(folder, "heard")).length,
    async close() {
      await Promise.all(servers.map((server) => server.kill()));
      await cable.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startServers(namespace: string, folder: string): readonly OwnedProcess[] {
  const start = (words: readonly string[]): OwnedProcess => startProcess("ip", ["netns", "exec", namespace, ...words]);
  const tls = (port: number, certificate: string, more: readonly string[] = []): OwnedProcess =>
    start([
      ...["openssl", "s_server", "-quiet", "-accept", String(port)],
      ...["-cert", join(folder, certificate), "-key", join(folder, certificateFiles.key), ...more],
    ]);
  return [
    start(["socat", "-u", `TCP-LISTEN:${ports.silent},fork,reuseaddr`, `OPEN:${join(folder, "heard")},append`]),
    start(["socat", "-U", `TCP-LISTEN:${ports.plain},fork,reuseaddr`, "SYSTEM:echo HTTP/1.0 400 Bad Request"]),
    start(["socat", "-u", "UDP-RECV:53,bind=192.168.1.3", "OPEN:/dev/null"]),
    tls(ports.good, certificateFiles.good),
    tls(ports.expired, certificateFiles.expired),
    tls(ports.future, certificateFiles.future),
    tls(ports.stranger, certificateFiles.stranger),
    // It has a key of one kind and wants the other.
    tls(ports.strict, certificateFiles.good, ["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-GCM-SHA256"]),
    // For clients that know only what is old.
    tls(ports.lenient, certificateFiles.good, ["-cipher", "ALL:@SECLEVEL=0"]),
    start([
      ...["dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--pid-file=", "--no-resolv", "--no-hosts"],
      ...["--listen-address=192.168.1.1", "--bind-interfaces", "--local=/example/"],
      ...["--host-record=host.example,192.168.1.1", "--host-record=localhost,127.0.0.1"],
    ]),
  ];
}

/** Each has its socket when the kernel says so; for names there are two by datagram and one by stream. */
async function waitForServers(inRouter: (command: string) => Promise<Finished>): Promise<void> {
  const wanted = Object.values(ports).filter((port) => port !== ports.closed);
  for (let tries = 0; tries < 200; tries++) {
    const { stdout } = await inRouter("cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp");
    const open = [...stdout.matchAll(/:([0-9A-F]{4}) 0+:0000 /g)].map(([, port = ""]) => Number.parseInt(port, 16));
    if (wanted.every((port) => open.includes(port)) && open.filter((port) => port === 53).length >= 3) return;
    await delay(25);
  }
  throw new Error("the servers of the troubled network did not come up");
}

interface Place {
  readonly namespace: string;
  readonly folder: string;
}

/** With name servers and trusted authorities of its own, and nothing else of the machine's environment. */
async function runAsTerminal({ namespace, folder }: Place, script: string, end: TerminalEnd): Promise<Finished> {
  const resolvConf = `echo nameserver ${end.nameServer ?? "192.168.1.1"} > /run/resolv.conf`;
  const authority = join(folder, certificateFiles.authority);
  const setup = [
    `mount -t tmpfs tmpfs /run; ${resolvConf}; mount --bind /run/resolv.conf /etc/resolv.conf`,
    `mount --bind ${authority} /etc/ssl/certs/ca-certificates.crt`,
    `p=$1; shift; exec env -i LD_LIBRARY_PATH=${end.libraries ?? ""} PATH="$p" LC_ALL=C SSL_CERT_FILE=${authority} "$@"`,
  ].join("\n");
  const words = ["netns", "exec", namespace, "unshare", "--mount", "sh", "-c", setup, "sh", end.path];
  return runProgram("ip", [...words, ...end.shell, script], { timeLimit: 60_000 });
}

/** A folder with BusyBox under all its names and nothing else. */
export async function installBusyBox(folder: string): Promise<string> {
  const path = join(folder, "busybox");
  await runOrThrow("sh", ["-c", `mkdir -p "$1"; busybox --install -s "$1"`, "sh", path]);
  return path;
}

/** A folder with some of the machine's programs, under their own names. */
export async function installTools(folder: string, tools: readonly string[]): Promise<string> {
  const path = mkdtempSync(join(folder, "tools-"));
  // Debian's nc.openbsd is everybody else's nc.
  const link = 'd=$1; shift; for t; do n=${t##*/}; ln -s "$(command -v "$t")" "$d/${n%.*}"; done';
  await runOrThrow("sh", ["-c", link, "sh", path, ...tools]);
  return path;
}
