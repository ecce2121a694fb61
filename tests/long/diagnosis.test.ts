// Networks that are broken for real, each asked about by the diagnosis over a real console: the right cause comes first.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ConsolePeer, startConsole } from "../peers/console-in-namespace.ts";
import { findObstacle } from "../peers/system-packages.ts";
import { startTerminalClient, take, type TerminalClient } from "../peers/terminal-client.ts";
import { certificateFiles, makeCertificates } from "../peers/troubled-network/certificates.ts";

const obstacle = findObstacle("network") ?? findObstacle("console");
const router = "192.168.1.1";
const ports = {
  good: 8443,
  expired: 8444,
  future: 8445,
  stranger: 8446,
  strict: 8447,
  page: 8448,
  other: 8449,
  mute: 8450,
};

interface Trouble {
  readonly name: string;
  readonly right: string;
  readonly onTerminal?: string;
  readonly onRouter?: string;
  /** `HOST:PORT`, with TLS where `tls:` stands before it. */
  readonly hosts: readonly string[];
  /** The stage that has to fail, where the right cause could come by another way too. */
  readonly at?: string;
  readonly answers?: readonly { question: string; option: string }[];
}

const othersWork = [{ question: "others-too", option: "no" }];

const troubles: readonly Trouble[] = [
  { name: "link down", right: "C01", onRouter: "ip link set lan0 down", hosts: [`tls:${router}:${ports.good}`] },
  {
    name: "wrong gateway",
    right: "C07",
    onTerminal: "ip route replace default via 192.168.1.254",
    hosts: ["11.99.0.1:80"],
    answers: othersWork,
  },
  {
    name: "wrong mask",
    right: "C07",
    onTerminal:
      "ip address flush dev eth0; ip address add 192.168.1.20/30 dev eth0; ip route add default via 192.168.1.1",
    hosts: ["11.99.0.1:80"],
  },
  { name: "duplicate address", right: "C06", onRouter: "ip address add 192.168.1.20/32 dev lan0", hosts: [] },
  {
    name: "name server dead",
    right: "C08",
    onTerminal: "echo nameserver 192.168.1.3 > /etc/resolv.conf",
    hosts: ["host.example:8443"],
  },
  { name: "name server lies", right: "C08", hosts: ["lie.example:8443"] },
  { name: "port refused", right: "C15", hosts: [`${router}:8081`] },
  {
    // The terminal promises to take what its link then drops without a word.
    name: "large packets are lost",
    right: "C09",
    at: "tls",
    onTerminal:
      "ip link set eth0 mtu 700; ip route change 192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.20 advmss 1460",
    onRouter: "ip link set lan0 gso_max_size 1514 gso_max_segs 1",
    hosts: [`tls:${router}:${ports.good}`],
  },
  {
    name: "port dropped",
    right: "C09",
    onRouter: "ip route add blackhole 11.99.0.0/16",
    hosts: ["11.99.0.1:80", "11.99.0.2:80"],
    answers: othersWork,
  },
  { name: "certificate expired", right: "C20", hosts: [`tls:host.example:${ports.expired}`] },
  { name: "certificate of the future", right: "C20", hosts: [`tls:host.example:${ports.future}`] },
  { name: "certificate of a stranger", right: "C20", hosts: [`tls:host.example:${ports.stranger}`] },
  { name: "no TLS version or cipher in common", right: "C20", hosts: [`tls:host.example:${ports.strict}`] },
  { name: "captive portal", right: "C04", hosts: [`tls:${router}:${ports.page}`, `tls:${router}:${ports.other}`] },
];

describe.skipIf(obstacle !== null)(`a network broken for real${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  let folder: string;
  let terminal: TerminalClient;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "counterpart-broken-"));
    await makeCertificates(folder);
    terminal = startTerminalClient();
  });
  afterAll(async () => {
    await terminal.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function openShop(use: (peer: ConsolePeer) => Promise<void>): Promise<void> {
    const peer = await startConsole({
      shell: "bash",
      login: "root-autologin",
      network: { routerAddresses: ["192.168.1.1/24", "192.168.1.3/24"] },
      files: { "/usr/lib/ssl/cert.pem": readFileSync(join(folder, certificateFiles.authority), "utf8") },
    });
    try {
      await startServers(peer, folder);
      await use(peer);
    } finally {
      await peer.close();
    }
  }

  async function diagnose(peer: ConsolePeer, { hosts, answers }: Pick<Trouble, "hosts" | "answers">) {
    const named = hosts.map((text) => {
      const [, tls, host = "", port = ""] = /^(tls:)?(.+):(\d+)$/.exec(text) ?? [];
      return { host, port: Number(port), tls: tls !== undefined };
    });
    const session = await terminal.connect(`tcp:127.0.0.1:${peer.port}`);
    try {
      const input = { session, hosts: named, seconds: 3, ...(answers === undefined ? {} : { answers: [...answers] }) };
      return take(await terminal.client.call("diagnosis.run", input));
    } finally {
      await terminal.client.call("terminal.close", { session });
    }
  }

  test.for(troubles)("$name: the first cause is $right", { timeout: 60_000 }, async (trouble) => {
    await openShop(async (peer) => {
      if (trouble.onTerminal !== undefined) await peer.inNamespace(trouble.onTerminal);
      if (trouble.onRouter !== undefined) await peer.inRouter(trouble.onRouter);
      const { causes, stages } = await diagnose(peer, trouble);
      const told = stages.map(({ stage, outcome, detail }) => `${stage} ${outcome} ${detail}`).join("\n");
      const failed = stages.find(({ outcome }) => outcome === "failed")?.stage;
      expect([causes[0]?.cause, trouble.at ?? failed], told).toEqual([trouble.right, failed]);
    });
  });

  test("a host that takes the connection and stays silent: way and host are among the first three", {
    timeout: 60_000,
  }, async () => {
    await openShop(async (peer) => {
      const { causes } = await diagnose(peer, { hosts: [`tls:${router}:${ports.mute}`] });
      expect(
        causes
          .slice(0, 3)
          .map(({ cause }) => cause)
          .toSorted(),
      ).toEqual(["C09", "C16", "C26"]);
    });
  });

  test("nothing is broken: every stage passed, and it says so", { timeout: 60_000 }, async () => {
    await openShop(async (peer) => {
      const { state, stages, causes } = await diagnose(peer, { hosts: [`tls:host.example:${ports.good}`] });
      expect([state, stages.filter(({ outcome }) => outcome === "failed")], JSON.stringify(causes[0])).toEqual([
        "all-passed",
        [],
      ]);
    });
  });

  test("nothing is broken and no host is known: it asks for one", { timeout: 60_000 }, async () => {
    await openShop(async (peer) => {
      expect((await diagnose(peer, { hosts: [] })).state).toBe("no-host");
    });
  });

  test.for(["server off", "pool exhausted"])("DHCP, %s: the first cause is C05", { timeout: 60_000 }, async (kind) => {
    const peer = await startConsole({
      shell: "bash",
      login: "root-autologin",
      manager: "ifupdown",
      interfacesFile: "auto lo\niface lo inet loopback\nauto eth0\niface eth0 inet dhcp\n",
      startUp: ["ip link set eth0 up"],
    });
    try {
      if (kind === "pool exhausted") {
        const server = ["--no-daemon", "--conf-file=/dev/null", "--pid-file=", "--port=0", "--interface=lan0"];
        // One address, and it is somebody else's.
        const pool = [
          "--dhcp-range=192.168.1.50,192.168.1.50,255.255.255.0",
          "--dhcp-host=02:00:00:00:00:01,192.168.1.50",
        ];
        peer.startOnRouter("dnsmasq", [...server, ...pool, `--dhcp-leasefile=${join(folder, "leases")}`]);
      }
      await peer.inNamespace("busybox udhcpc -n -q -i eth0 -t 2 -T 1");
      const { causes } = await diagnose(peer, { hosts: [`${router}:8081`] });
      expect(causes[0]?.cause, JSON.stringify(causes.slice(0, 2))).toBe("C05");
    } finally {
      await peer.close();
    }
  });
});

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
