// A shop whose network is broken for real: a terminal with a real console on a cable to a router, and behind the router's
// address one port for everything that a host can do wrong.
//
//   192.168.1.1  gateway, DNS (host.example; lie.example leads to nobody), the ports below
//   192.168.1.3  takes questions for names and stays silent        11.99/16  wherever a trouble sends it
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Asked, Output } from "../../../electron/contract/commands.ts";
import { type ConsolePeer, startConsole } from "../../peers/console-in-namespace.ts";
import { findObstacle } from "../../peers/system-packages.ts";
import { startTerminalClient, take } from "../../peers/terminal-client.ts";
import { certificateFiles, makeCertificates } from "../../peers/troubled-network/certificates.ts";

export const obstacle = findObstacle("network") ?? findObstacle("console");
export const router = "192.168.1.1";
export const ports = {
  good: 8443,
  expired: 8444,
  future: 8445,
  stranger: 8446,
  strict: 8447,
  page: 8448,
  other: 8449,
  mute: 8450,
  outdated: 8451,
} as const;

export interface Trouble {
  readonly name: string;
  readonly right: string;
  readonly onTerminal?: string;
  readonly onRouter?: string;
  /** `HOST:PORT`, with TLS where `tls:` stands before it. */
  readonly hosts: readonly string[];
  /** The stage that has to fail; null: none does. Whichever fails first where absent. */
  readonly at?: string | null;
  /** What that stage has to say for a reason. */
  readonly reason?: Diagnosed["stages"][number]["reason"];
  readonly answers?: readonly { question: string; option: string }[];
}

type Diagnosed = Output<"diagnosis.run">;
type Told = Pick<Asked<"diagnosis.run">, "answers" | "seconds">;

interface Proven {
  readonly said: readonly unknown[];
  readonly right: readonly unknown[];
  readonly told: string;
}

export interface BrokenShop {
  /** Files of the test's own: certificates and keys. */
  readonly folder: string;
  /** One terminal on one router, with the servers above. */
  readonly open: <Value>(use: (peer: ConsolePeer) => Promise<Value>) => Promise<Value>;
  readonly diagnose: (port: string, hosts: readonly string[], told?: Told) => Promise<Diagnosed>;
  /** What came first, beside what has to: the cause, the stage that failed first, and its reason. */
  readonly prove: (trouble: Trouble) => Promise<Proven>;
  readonly close: () => Promise<void>;
}

export async function buildShop(): Promise<BrokenShop> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-broken-"));
  await makeCertificates(folder);
  const terminal = startTerminalClient();
  const shop: BrokenShop = {
    folder,
    open: (use) => openShop(folder, use),
    async diagnose(port, hosts, told = {}) {
      const session = await terminal.connect(port, { timeoutSeconds: 60 });
      try {
        const input = { session, hosts: hosts.map(readHost), seconds: 3, ...told };
        return take(await terminal.client.call("diagnosis.run", input));
      } finally {
        await terminal.client.call("terminal.close", { session });
      }
    },
    prove: (trouble) => prove(shop, trouble),
    async close() {
      await terminal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return shop;
}

export function portOf(peer: ConsolePeer): string {
  return `tcp:127.0.0.1:${peer.port}`;
}

async function prove({ open, diagnose }: BrokenShop, trouble: Trouble): Promise<Proven> {
  return open(async (peer) => {
    if (trouble.onTerminal !== undefined) await peer.inNamespace(trouble.onTerminal);
    if (trouble.onRouter !== undefined) await peer.inRouter(trouble.onRouter);
    const { answers } = trouble;
    const told = answers === undefined ? {} : { answers: [...answers] };
    const { causes, stages } = await diagnose(portOf(peer), trouble.hosts, told);
    const { stage = null, reason = null } = stages.find(({ outcome }) => outcome === "failed") ?? {};
    const right = [trouble.right, trouble.at === undefined ? stage : trouble.at, trouble.reason ?? reason];
    return { said: [causes[0]?.cause, stage, reason], right, told: tellStages(stages, causes) };
  });
}

export function tellStages(stages: Diagnosed["stages"], causes: Diagnosed["causes"]): string {
  const hops = stages.map(({ stage, outcome, reason, detail }) => `${stage} ${outcome} ${reason ?? ""} ${detail}`);
  const ranked = causes.slice(0, 3).map(({ cause, confidence }) => `${cause} ${confidence.toFixed(2)}`);
  return [...hops, ...ranked].join("\n");
}

function readHost(text: string): { host: string; port: number; tls: boolean } {
  const [, tls, host = "", port = ""] = /^(tls:)?(.+):(\d+)$/.exec(text) ?? [];
  return { host, port: Number(port), tls: tls !== undefined };
}

async function openShop<Value>(folder: string, use: (peer: ConsolePeer) => Promise<Value>): Promise<Value> {
  const peer = await startConsole({
    shell: "bash",
    login: "root-autologin",
    network: { routerAddresses: ["192.168.1.1/24", "192.168.1.3/24"] },
    files: { "/usr/lib/ssl/cert.pem": readFileSync(join(folder, certificateFiles.authority), "utf8") },
  });
  try {
    await startServers(peer, folder);
    return await use(peer);
  } finally {
    await peer.close();
  }
}

async function startServers(peer: ConsolePeer, folder: string): Promise<void> {
  const tls = (port: number, certificate: string, more: readonly string[] = []): unknown =>
    peer.startOnRouter("openssl", [
      ...["s_server", "-quiet", "-accept", String(port)],
      ...["-cert", join(folder, certificate), "-key", join(folder, certificateFiles.key), ...more],
    ]);
  tls(ports.good, certificateFiles.good);
  tls(ports.expired, certificateFiles.expired);
  tls(ports.future, certificateFiles.future);
  tls(ports.stranger, certificateFiles.stranger);
  tls(ports.strict, certificateFiles.good, ["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-GCM-SHA256"]);
  tls(ports.outdated, certificateFiles.good, ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]);
  for (const port of [ports.page, ports.other])
    peer.startOnRouter("socat", [
      ...["-U", `TCP-LISTEN:${port},fork,reuseaddr`],
      "SYSTEM:echo HTTP/1.1 302 Found; echo Location: http\\://login.example/",
    ]);
  peer.startOnRouter("socat", ["-u", `TCP-LISTEN:${ports.mute},fork,reuseaddr`, "OPEN:/dev/null"]);
  peer.startOnRouter("socat", ["-u", "UDP-RECV:53,bind=192.168.1.3", "OPEN:/dev/null"]);
  peer.startOnRouter("dnsmasq", [
    ...["--no-daemon", "--conf-file=/dev/null", "--pid-file=", "--no-resolv", "--no-hosts"],
    ...[`--listen-address=${router}`, "--bind-interfaces", "--local=/example/"],
    ...[`--host-record=host.example,${router}`, "--host-record=lie.example,192.168.1.9"],
  ]);
  await waitForPorts(peer);
}

async function waitForPorts(peer: ConsolePeer): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { stdout } = await peer.inRouter("sleep 0.05; cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp");
    const open = [...stdout.matchAll(/:([0-9A-F]{4}) 0+:0000 /g)].map(([, port = ""]) => Number.parseInt(port, 16));
    if ([...Object.values(ports), 53].every((port) => open.includes(port))) return;
  }
  throw new Error("the servers did not come up");
}
