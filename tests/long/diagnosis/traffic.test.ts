// What a diagnosis really sends, by a witness on the cable: to the gateway, to the name server and to hosts that somebody named.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Stage } from "../../../electron/core/diagnosis/stage.ts";
import { type FrameWitness, type SentFrame, watchFrames } from "../../peers/frame-witness.ts";
import { type Cable, layCable } from "../../peers/network-namespace.ts";
import { runOrThrow, startProcess, type OwnedProcess, runProgram } from "../../peers/owned-process.ts";
import { obstacle } from "./broken-shop.ts";

const mac = "02:00:00:00:00:20";
const root = resolve(import.meta.dirname, "../../..");
const node = join(root, "node_modules/.bin/node");
/** Runs in the namespace that plays the PC. */
const program = [
  "--input-type=module",
  "-e",
  `import { testFromPc } from ${JSON.stringify(join(root, "electron/app/diagnosis/test-from-pc.ts"))};
const hosts = process.argv.slice(1).map((text) => {
  const [, tls, host, port] = /^(tls:)?(.+):([0-9]+)$/.exec(text);
  return { host, port: Number(port), tls: tls !== undefined };
});
const task = { seconds: 2, signal: new AbortController().signal, onStage: () => undefined };
process.stdout.write(JSON.stringify(await testFromPc(hosts, task)));`,
] as const;
/** One that is found and listens, one by number that nobody has. */
const named = ["tls:host.example:8443", "11.99.0.1:9000"] as const;

/** How often each target was sent to, without what the kernel asks to find the gateway. */
function countTargets(frames: readonly SentFrame[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, to, port } of frames) {
    const target = [kind, to, port].filter((part) => part !== null).join(" ");
    counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  return counts;
}

describe.skipIf(obstacle !== null)(`what this PC sends${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  let folder: string;
  let cable: Cable;
  let witness: FrameWitness;
  let stages: readonly Stage[];
  let frames: readonly SentFrame[];
  const servers: OwnedProcess[] = [];

  const onRouter = (...words: readonly string[]): void =>
    void servers.push(startProcess("ip", ["netns", "exec", cable.router, ...words]));
  const inside = (namespace: string, command: string): Promise<unknown> =>
    runOrThrow("ip", ["netns", "exec", namespace, "sh", "-c", command]);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "counterpart-traffic-"));
    cable = await layCable({ routerAddresses: ["192.168.1.1/24"], macAddress: mac });
    const quiet = "for f in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 > $f; done";
    await inside(cable.router, `${quiet}; ip link set lo up; ip route add blackhole 11.99.0.0/16`);
    await inside(
      cable.terminal,
      `${quiet}; ip address add 192.168.1.20/24 dev eth0; ip link set eth0 up; ip route add default via 192.168.1.1`,
    );
    await runOrThrow("openssl", [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=host.example"],
      ...["-keyout", join(folder, "key"), "-out", join(folder, "cert")],
    ]);
    const secured = ["-cert", join(folder, "cert"), "-key", join(folder, "key")];
    onRouter("openssl", "s_server", "-quiet", "-accept", "8443", ...secured);
    onRouter(
      ...["dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--pid-file=", "--no-resolv", "--no-hosts"],
      ...["--listen-address=192.168.1.1", "--bind-interfaces", "--local=/example/"],
      "--host-record=host.example,192.168.1.1",
    );
    await inside(
      cable.router,
      "n=0; until grep -q ':20FB .* 0A ' /proc/net/tcp /proc/net/tcp6 && grep -q ':0035 ' /proc/net/udp; do n=$((n+1)); [ $n -lt 200 ] || exit 1; sleep 0.05; done",
    );
    witness = await watchFrames(cable.router, "lan0", join(folder, "frames"));
    writeFileSync(join(folder, "resolv.conf"), "nameserver 192.168.1.1\n");
    const setup = 'mount --bind "$1" /etc/resolv.conf; shift; exec "$@"';
    const asked = await runProgram("ip", [
      ...["netns", "exec", cable.terminal, "unshare", "--mount", "sh", "-c", setup, "sh", join(folder, "resolv.conf")],
      ...[node, ...program, ...named],
    ]);
    stages = JSON.parse(asked.stdout) as readonly Stage[];
    frames = witness.list(mac);
  }, 60_000);

  afterAll(async () => {
    await witness.close();
    await Promise.all(servers.map((server) => server.kill()));
    await cable.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test("every stage was tried: the gateway, the name, both hosts", () => {
    expect(stages.map(({ stage, outcome, reason }) => `${stage} ${outcome} ${reason}`)).toEqual([
      "gateway passed ok",
      "name passed ok",
      "tcp passed ok",
      "tls failed certificate",
      "tcp failed timed-out",
    ]);
  });

  test("nothing went to anybody but the gateway, the name server and the two hosts named", () => {
    expect([...countTargets(frames).keys()].toSorted()).toEqual([
      "arp 192.168.1.1",
      "icmp 192.168.1.1",
      "tcp 11.99.0.1 9000",
      "tcp 192.168.1.1 8443",
      "udp 192.168.1.1 53",
    ]);
  });

  test("the gateway is asked once, and nobody more than a few times", () => {
    const counts = countTargets(frames);
    const most = Math.max(...counts.values());
    expect([counts.get("icmp 192.168.1.1"), most <= 30, frames.length <= 60], JSON.stringify([...counts])).toEqual([
      1,
      true,
      true,
    ]);
  });

  test("not one octet was sent to the host without TLS", () => {
    const octets = frames.filter(({ port }) => port === 9000).reduce((sum, { payload }) => sum + payload, 0);
    expect(octets).toBe(0);
  });

  test("a gateway that is silent ends it: no host is asked", async () => {
    await inside(cable.router, "ip link set lan0 arp off; echo 1 > /proc/sys/net/ipv4/icmp_echo_ignore_all");
    const before = witness.list(mac).length;
    const asked = await runProgram("ip", ["netns", "exec", cable.terminal, node, ...program, "11.99.0.1:9000"]);
    const tried = (JSON.parse(asked.stdout) as readonly Stage[]).map(({ stage, outcome }) => `${stage} ${outcome}`);
    const kinds = new Set(
      witness
        .list(mac)
        .slice(before)
        .map(({ kind }) => kind),
    );
    expect([tried, kinds.has("tcp"), kinds.has("udp")]).toEqual([["gateway failed"], false, false]);
  });
});
