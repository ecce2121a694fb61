// The line alters, loses and repeats bytes: what is read is right or is a failure, and nothing is written by halves.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ConsolePeer, startConsole } from "../console-in-namespace.ts";
import type { LineFault } from "../line-faults.ts";
import { type PacedLineOptions, startPacedLine } from "../paced-line.ts";
import { findObstacle } from "../system-packages.ts";
import { startTerminalClient, take } from "../terminal-client.ts";

const obstacle = findObstacle("console");

describe.skipIf(obstacle !== null)(`a bad line to a real console${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  let peer: ConsolePeer;

  beforeAll(async () => {
    peer = await startConsole({ shell: "dash", login: "root-autologin", manager: "ifupdown" });
  });
  afterAll(async () => {
    await peer.close();
  });

  async function readThrough(
    line: Omit<PacedLineOptions, "targetPort">,
    faults: readonly LineFault[] = [],
  ): Promise<unknown> {
    const paced = await startPacedLine({ targetPort: peer.port, baudRate: 921_600, ...line });
    const terminal = startTerminalClient();
    try {
      const session = await terminal.connect(`tcp:127.0.0.1:${paced.port}`);
      for (const fault of faults) paced.injectFault("toClient", fault);
      const report = take(await terminal.client.call("terminal.read", { session }));
      return report.interfaces.find(({ name }) => name === "eth0")?.running?.ipv4?.address;
    } finally {
      await terminal.close();
      await paced.close();
    }
  }

  test.for([1, 2, 3, 4])("one byte in two thousand lost, flipped or repeated either way, seed %i", async (seed) => {
    const randomFaults = { lose: 0.0002, flip: 0.0002, repeat: 0.0001 };
    const line = {
      toTerminal: { randomFaults: { seed, ...randomFaults } },
      toClient: { randomFaults: { seed: seed + 100, ...randomFaults } },
    };
    expect(await readThrough(line)).toBe("192.168.1.20");
  });

  test("kernel messages in the middle of the answer are taken out", async () => {
    const faults = [40, 400, 900, 1700].map((at, index) => ({
      kind: "insert" as const,
      at,
      text: `[ ${1000 + index}.123456] usb 1-1: new full-speed USB device number ${index}\r\n`,
    }));
    expect(await readThrough({}, faults)).toBe("192.168.1.20");
  });

  test("a message without a time stamp is read around by asking again", async () => {
    expect(await readThrough({}, [{ kind: "insert", at: 700, text: "Message from syslogd: disk is full\r\n" }])).toBe(
      "192.168.1.20",
    );
  });

  test("a terminal that drops pasted characters is typed to more gently", async () => {
    const faults = [200, 500, 800].map((at) => ({ kind: "lose" as const, at, length: 30 }));
    expect(await readThrough({ toTerminal: { faults } })).toBe("192.168.1.20");
  });
});
