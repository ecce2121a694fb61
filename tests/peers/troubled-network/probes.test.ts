// The probes on the shells and tools that terminals have, on a network with everything that can be wrong.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeQuestion } from "../../../electron/core/dialects/linux-console/probes/run-test.ts";
import type { TerminalTest, TestResult } from "../../../electron/core/dialects/terminal-test.ts";
import { findObstacle } from "../system-packages.ts";
import { type Case, cases, findFault } from "./cases.ts";
import {
  installBusyBox,
  installTools,
  ports,
  startTroubledNetwork,
  type TerminalEnd,
  type TroubledNetwork,
} from "./troubled-network.ts";

const obstacle = findObstacle("network");
const seconds = 4;

describe.skipIf(obstacle !== null)(`tests from the terminal${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  let network: TroubledNetwork;
  let ends: Readonly<Record<"bash" | "dash" | "BusyBox", TerminalEnd>>;

  beforeAll(async () => {
    network = await startTroubledNetwork();
    const few = ["sh", "ip", "grep", "head", "sleep", "ping", "arping", "getent", "socat", "openssl"];
    ends = {
      bash: { shell: ["/bin/bash", "--norc", "-c"], path: "/usr/sbin:/usr/bin:/sbin:/bin" },
      dash: { shell: ["/bin/dash", "-c"], path: await installTools(network.folder, few) },
      BusyBox: { shell: ["/bin/busybox", "sh", "-c"], path: await installBusyBox(network.folder) },
    };
  });
  afterAll(() => network.close());

  async function ask(asked: TerminalTest, end: TerminalEnd, limit = seconds): Promise<TestResult> {
    const question = makeQuestion(asked, limit, "kkkk");
    if (!question.ok) throw new Error(question.failure.code);
    const { stdout, stderr } = await network.run(question.value.script, end);
    const read = question.value.read(stdout);
    if (!read.ok) throw new Error(`${read.failure.code}: ${stdout}${stderr}`);
    return read.value;
  }

  async function findFaults(wanted: readonly Case[], end: TerminalEnd): Promise<readonly string[]> {
    const faults = await Promise.all(
      wanted.map(async ({ name, test: asked }) => findFault(name, await ask(asked, end))),
    );
    return faults.filter((fault) => fault !== null);
  }

  test("bash with iproute2 and openssl tells every outcome from every other", async () => {
    expect(await findFaults(cases, ends.bash)).toEqual([]);
  });

  test("dash with few tools does so too, save for names, which only their own servers can be asked for", async () => {
    const asked = cases.filter(({ test: { kind } }) => kind !== "name");
    expect(await findFaults(asked, ends.dash)).toEqual([]);
  });

  test("a resolver tells a name that does not exist from a server that is silent", async () => {
    const name = (host: string): TerminalTest => ({ kind: "name", name: host, server: null });
    const end = ends.dash;
    const seen = await Promise.all([
      ask(name("host.example"), end),
      ask(name("nobody.example"), end),
      ask(name("host.example"), { ...end, nameServer: "192.168.1.3" }, 2),
    ]);
    expect(seen.map(({ reason }) => reason)).toEqual(["ok", "no-such-name", "server-silent"]);
  });

  test("BusyBox alone does so too, save for certificates, which it does not look at", async () => {
    const asked = cases.filter(
      ({ name, test: { kind } }) => kind !== "tls" || /^(?:refused|no-answer|timed-out)/.test(name),
    );
    const plain = await ask({ kind: "tls", host: "192.168.1.1", port: ports.plain }, ends.BusyBox);
    const handshake = await ask({ kind: "tls", host: "192.168.1.1", port: ports.lenient }, ends.BusyBox);
    const refused = await ask({ kind: "tls", host: "192.168.1.1", port: ports.strict }, ends.BusyBox);
    expect([await findFaults(asked, ends.BusyBox), plain.reason, handshake.reason, refused.outcome]).toEqual([
      [],
      "protocol",
      "ok",
      "unable",
    ]);
  });

  test("a gateway that does not answer ping is found at the link layer, and the evidence says so", async () => {
    await network.inRouter("echo 1 > /proc/sys/net/ipv4/icmp_echo_ignore_all");
    const gateway: TerminalTest = { kind: "gateway", interface: "eth0", address: "192.168.1.1" };
    const withArping = await ask(gateway, ends.BusyBox, 2);
    const without: TerminalEnd = {
      ...ends.dash,
      path: await installTools(network.folder, ["sh", "ip", "grep", "head", "sleep", "ping"]),
    };
    const withPing = await ask(gateway, without, 2);
    await network.inRouter("echo 0 > /proc/sys/net/ipv4/icmp_echo_ignore_all");
    expect([withArping, withPing].map(({ reason, evidence }) => `${reason} ${evidence.split(":")[0] ?? ""}`)).toEqual([
      "ok arping",
      "ok arp",
    ]);
  });

  test("nothing has been sent over a connection that a test opened", async () => {
    const before = network.countHeard();
    const connect: TerminalTest = { kind: "tcp", host: "192.168.1.1", port: ports.silent };
    await Promise.all(Object.values(ends).map((end) => ask(connect, end)));
    expect(network.countHeard() - before).toBe(0);
  });

  test("a test leaves no process behind, also when it was cut off", async () => {
    const list = async (): Promise<string> =>
      (await network.inTerminal("ip netns pids $(ip netns identify $$) | wc -l")).stdout;
    const before = await list();
    const silent: TerminalTest = { kind: "tls", host: "192.168.1.1", port: ports.silent };
    await Promise.all(Object.values(ends).map((end) => ask(silent, end, 1)));
    // The last of them may still be on its way out.
    await expect.poll(list, { timeout: 2000 }).toBe(before);
  });

  test("without a carrier nothing is taken for free or for answered", async () => {
    await network.inRouter("ip link set lan0 down");
    const asked: readonly TerminalTest[] = [
      { kind: "link", interface: "eth0" },
      { kind: "duplicate", interface: "eth0", address: "192.168.1.77" },
      { kind: "gateway", interface: "eth0", address: "192.168.1.1" },
    ];
    const seen = await Promise.all(Object.values(ends).flatMap((end) => asked.map((each) => ask(each, end, 1))));
    await network.inRouter("ip link set lan0 up");
    expect(new Set(seen.map(({ reason }) => reason))).toEqual(new Set(["link-down"]));
  });
});
