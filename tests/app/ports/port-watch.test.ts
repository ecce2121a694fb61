// Real pseudo-terminals that appear and vanish, in a tree of the form of /sys and /dev.
import { closeSync, existsSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answerPorts } from "../../../electron/app/ports/answer-ports.ts";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import type { ListedPort } from "../../../electron/contract/commands.ts";
import { makeFailure } from "../../../electron/core/failures/failure.ts";
import { fail } from "../../../electron/core/failures/result.ts";
import { listPorts } from "../../../electron/serial/list-ports.ts";
import { readSigns } from "../../../electron/serial/read-signs.ts";
import { type OwnedProcess, startProcess } from "../../peers/owned-process.ts";
import { findObstacle } from "../../peers/system-packages.ts";
import { makeSystemTree, type SystemTree, type UsbPlug } from "../../serial/system-tree.ts";

const obstacle = findObstacle("console");
const till: UsbPlug = { socket: "1-1", vendorId: "0403", productId: "6001", serial: "TILL7", tty: "ttyUSB0" };
const elsewhere: UsbPlug = { ...till, socket: "1-3", tty: "ttyUSB1" };
const printer: UsbPlug = { socket: "1-1", vendorId: "1a86", productId: "7523", tty: "ttyUSB0" };

describe.skipIf(obstacle !== null)(`ports that come and go${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  let tree: SystemTree;
  let lists = 0;
  const lines: OwnedProcess[] = [];
  const stops: AbortController[] = [];
  beforeEach(() => {
    tree = makeSystemTree();
    lists = 0;
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) stop.abort();
    await Promise.all(lines.splice(0).map((line) => line.kill()));
    tree.remove();
  });

  const deviceOf = (plug: UsbPlug): string => join(tree.dev, plug.tty ?? "");

  /** A real pseudo-terminal whose other side is this process: it says of every byte and every opening. */
  async function plugIn(plug: UsbPlug): Promise<OwnedProcess> {
    tree.plug(plug);
    const line = startProcess("socat", [
      "-d",
      "-d",
      `PTY,link=${deviceOf(plug)},rawer,wait-slave,pty-interval=0.01`,
      "STDIO",
    ]);
    lines.push(line);
    while (!existsSync(deviceOf(plug))) await delay(5);
    return line;
  }
  async function pull(plug: UsbPlug, line: OwnedProcess): Promise<void> {
    await line.kill();
    rmSync(deviceOf(plug), { force: true });
    tree.unplug(plug);
  }

  function makeAnswers() {
    const listEverything = async (): Promise<readonly ListedPort[]> => {
      lists += 1;
      return (await listPorts(tree)).map((port) => ({ ...port, kind: "serial" as const, label: null }));
    };
    return answerPorts({
      listPorts: listEverything,
      readSigns: () => readSigns(tree),
      examinePorts: () => Promise.resolve({ checks: [], first: null, seen: [] }),
      openPort: (port) => Promise.resolve(fail(makeFailure("port-missing", { port }))),
      clock: nodeSurroundings.clock,
    });
  }
  function call(told: string[] = []): {
    readonly stop: AbortController;
    readonly call: Parameters<ReturnType<typeof makeAnswers>["ports.watch"]>[1];
  } {
    const stop = new AbortController();
    stops.push(stop);
    const emit = (_event: unknown, data: unknown): void => {
      const { ports } = data as { readonly ports: readonly ListedPort[] };
      told.push(ports.map(({ path }) => path.slice(tree.dev.length + 1)).join(" "));
    };
    return { stop, call: { signal: stop.signal, emit } };
  }

  test("each plug is told once, in order", async () => {
    const told: string[] = [];
    void makeAnswers()["ports.watch"]({}, call(told).call);
    await expect.poll(() => told).toEqual([""]);
    const line = await plugIn(till);
    await expect.poll(() => told, { timeout: 4000 }).toEqual(["", "ttyUSB0"]);
    await pull(till, line);
    await expect.poll(() => told, { timeout: 4000 }).toEqual(["", "ttyUSB0", ""]);
  });

  test("nobody's port is opened by watching, and no byte reaches it", async () => {
    const line = await plugIn(till);
    let heard = "";
    line.stdout.on("data", (bytes: Buffer) => (heard += bytes.toString()));
    const told: string[] = [];
    void makeAnswers()["ports.watch"]({}, call(told).call);
    await expect.poll(() => told).toEqual(["ttyUSB0"]);
    await delay(1500);
    // socat's `wait-slave` says so as soon as anybody opens the device, as somebody does in the end.
    const isOpened = (): boolean => line.readComplaints().includes("starting data transfer");
    const before = [heard, isOpened()];
    const opened = openSync(deviceOf(till), "r+");
    await expect.poll(isOpened).toBe(true);
    closeSync(opened);
    expect(before).toEqual(["", false]);
  });

  test("while nothing changes, the list is not asked for again", async () => {
    const told: string[] = [];
    void makeAnswers()["ports.watch"]({}, call(told).call);
    await expect.poll(() => told).toEqual([""]);
    await delay(1200);
    expect([lists, told]).toEqual([1, [""]]);
  });

  test("nothing is looked at once nobody listens", async () => {
    const told: string[] = [];
    const { stop, call: asked } = call(told);
    const watching = makeAnswers()["ports.watch"]({}, asked);
    await expect.poll(() => told).toEqual([""]);
    stop.abort();
    await watching;
    await plugIn(till);
    await delay(900);
    expect([lists, told]).toEqual([1, [""]]);
  });

  async function loseAndAwait(back: UsbPlug | null, seconds: number): Promise<unknown> {
    const answers = makeAnswers();
    const told: string[] = [];
    const line = await plugIn(till);
    void answers["ports.watch"]({}, call(told).call);
    await expect.poll(() => told).toEqual(["ttyUSB0"]);
    await pull(till, line);
    const awaited = answers["ports.await"]({ port: deviceOf(till), seconds }, call().call);
    if (back) await plugIn(back);
    const answer = await awaited;
    return answer.ok ? answer.value : answer.failure.code;
  }

  test("a terminal that comes back on another port is known by its number", async () => {
    expect(await loseAndAwait(elsewhere, 5)).toEqual({ port: deviceOf(elsewhere), isSame: true });
  });

  test("what else is plugged into its place is not taken for it", async () => {
    expect(await loseAndAwait(printer, 1)).toEqual({ port: null, isSame: false });
  });

  test("one that does not come back is waited for no longer than was said", async () => {
    const before = performance.now();
    const answer = await loseAndAwait(null, 1);
    expect([answer, performance.now() - before < 3000]).toEqual([{ port: null, isSame: false }, true]);
  });
});
