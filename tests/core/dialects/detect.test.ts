// Who is on a line that nobody has named, and which bytes it costs to find out.
import { describe, expect, test } from "vitest";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import type { BytePort } from "../../../electron/core/bytes/byte-port.ts";
import { countdownTick } from "../../../electron/core/dialects/boot.ts";
import { detect, type Detected, listenFirst } from "../../../electron/core/dialects/detect.ts";
import { probeOrder, probes } from "../../../electron/core/dialects/probes.ts";
import { dialects } from "../../../electron/core/dialects/registry.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import { openSimulatedPort } from "../../../electron/simulator/simulated-port.ts";
import { hurry } from "../../contracts/fast-clock.ts";
import { createScriptedPort, type Peer } from "../../contracts/scripted-port.ts";

function run(
  port: BytePort,
  surroundings = hurry(20),
  patience = 6000,
  stages: string[] = [],
): Promise<Result<Detected>> {
  return detect(port, dialects, {
    clock: surroundings.clock,
    patience,
    baudRate: 115_200,
    signal: new AbortController().signal,
    onStage: (stage) => {
      if (stages.at(-1) !== stage) stages.push(stage);
    },
  });
}

async function find(peer: Peer, greeting = ""): Promise<{ readonly found: string; readonly written: string }> {
  const port = createScriptedPort(peer);
  if (greeting !== "") queueMicrotask(() => port.say(greeting));
  const found = await run(port);
  return { found: found.ok ? found.value.dialect.family : found.failure.code, written: port.written() };
}

describe("finding out who is there", () => {
  test.each([
    ["demo:linux", "linux-console"],
    ["demo:xcb", "xcb"],
    ["demo:at", "at"],
  ])("%s is found as %s in less than three seconds of real time", async (name, family) => {
    const port = await openSimulatedPort(name, nodeSurroundings);
    if (!port.ok) throw new Error(port.failure.code);
    const start = performance.now();
    const found = await run(port.value, nodeSurroundings);
    const took = performance.now() - start;
    await port.value.close();
    expect([found.ok && found.value.dialect.family, took < 3000]).toEqual([family, true]);
  });

  test("all probes together wait less than three seconds", () => {
    const wanted = probeOrder.filter((name) => dialects.some(({ signs }) => signs.probe === name));
    expect(wanted.reduce((sum, name) => sum + probes[name].within, countdownTick)).toBeLessThan(3000);
  });

  test("a terminal that is already heard is not sent a byte", async () => {
    expect(await find(() => undefined, "\r\ntill login: ")).toEqual({ found: "linux-console", written: "" });
  });

  test.each(["U-Boot 2022.07 (Jan 01 2026)\r\n", "Hit any key to stop autoboot:  3 ", "\b\b\b 2 "])(
    "nothing is sent while %j is heard, and the login that follows is found",
    async (text) => {
      const port = createScriptedPort(() => undefined);
      const stages: string[] = [];
      const { clock } = hurry(20);
      queueMicrotask(() => port.say(text));
      void clock.delay(4000).then(() => port.say("\r\ntill login: "));
      const found = await run(port, hurry(20), 6000, stages);
      expect([found.ok && found.value.dialect.family, port.written(), stages]).toEqual([
        "linux-console",
        "",
        ["listening", "starting"],
      ]);
    },
  );

  test("a prompt of a boot loader is found and not typed into", async () => {
    expect(await find(() => undefined, "\r\n=> ")).toEqual({ found: "linux-console", written: "" });
  });

  test("a terminal that restarts while it is asked is left alone until it is up", async () => {
    const port = createScriptedPort((text, say) => {
      if (text === "\r" && port.written() === "\r") say("\r\nU-Boot 2022.07\r\n");
      else if (text === "\r") say("\r\ntill login: ");
    });
    const found = await run(port, hurry(50));
    expect([found.ok && found.value.dialect.family, port.written()]).toEqual(["linux-console", "\r\r"]);
  });

  test("a terminal that never stops starting is reported, and has not heard a byte", async () => {
    const port = createScriptedPort(() => undefined);
    const surroundings = hurry(400);
    const talking = setInterval(() => port.say("U-Boot SPL 2022.07\r\n"), 1);
    const found = await run(port, surroundings);
    clearInterval(talking);
    expect([found.ok ? "" : found.failure.code, port.written()]).toEqual(["still-booting", ""]);
  });

  test("for a family that was named the line is listened to first as well", async () => {
    const port = createScriptedPort(() => undefined);
    queueMicrotask(() => port.say("\b\b\b 2 "));
    const { clock } = hurry(20);
    void clock.delay(4000).then(() => port.say("\r\nlogin: "));
    const listened = await listenFirst(port, {
      clock,
      signal: new AbortController().signal,
      onStage: () => undefined,
    });
    let again = "";
    if (listened.ok) listened.value.onBytes((bytes) => (again += String.fromCharCode(...bytes)));
    expect([again, port.written()]).toEqual(["login: ", ""]);
  });

  test("a silent line hears CR, AT and the greeting, in turns, and is no-answer", async () => {
    const { found, written } = await find(() => undefined);
    const turn = probeOrder.map((name) => probes[name].bytes).join("");
    expect([found, written.replaceAll(turn, "").length < turn.length, written.startsWith(turn)]).toEqual([
      "no-answer",
      true,
      true,
    ]);
  });

  test.each([
    ["an echo and OK", "AT\r\r\nOK\r\n"],
    ["what it says by itself, and OK", "\r\n+CREG: 1\r\n\r\nOK\r\n"],
    ["a refusal of what came before, and OK", "\r\nERROR\r\n\r\nOK\r\n"],
  ])("%s is a modem", async (_what, answer) => {
    expect((await find((text, say) => text === "AT\r" && say(answer))).found).toBe("at");
  });

  test("another machine that says OK is no modem", async () => {
    expect((await find((text, say) => text === "AT\r" && say("\r\nself test\r\nOK\r\n"))).found).toBe("family-unknown");
  });

  test("OK that nobody asked for is no modem's: a boot loader in the middle of its words is not sent a byte", async () => {
    const port = createScriptedPort(() => undefined);
    const { clock } = hurry(20);
    queueMicrotask(() => port.say("OK\r\n"));
    void clock.delay(600).then(() => port.say("Model: QEMU x86 (I440FX)\r\nHit any key to stop autoboot:  2 "));
    void clock.delay(4000).then(() => port.say("\r\ntill login: "));
    const found = await run(port, hurry(20));
    expect([found.ok && found.value.dialect.family, port.written()]).toEqual(["linux-console", ""]);
  });

  test("an echo of what was sent is nobody", async () => {
    expect((await find((text, say) => say(text))).found).toBe("line-garbled");
  });

  test("what nobody knows is said with what was heard", async () => {
    const port = createScriptedPort((_text, say) => say("\r\nSELECT TRANSACTION"));
    const found = await run(port);
    expect(found.ok ? null : [found.failure.code, found.failure.details["heard"]]).toEqual([
      "family-unknown",
      "SELECT TRANSACTION",
    ]);
  });

  test("noise is a wrong baud rate, and never a family", async () => {
    expect((await find((_text, say) => say("\xf8\x00\xfe\x80\xc0\x1c\x9c\xe6\xf8"))).found).toBe("line-garbled");
  });

  test("the greeting is not among what a scan of baud rates may send", () => {
    const scanned = probeOrder.filter((name) => probes[name].whileScanning).map((name) => probes[name].bytes);
    expect(scanned).toEqual(["\r"]);
  });

  test("no probe but a carriage return ends a line on a console", () => {
    const ending = probeOrder.filter((name) => /[\r\n]/.test(probes[name].bytes));
    expect(ending).toEqual(["carriage-return", "attention"]);
  });

  test("the dialect hears again what was heard while finding out", async () => {
    const port = createScriptedPort(() => undefined);
    queueMicrotask(() => port.say("welcome\r\nlogin: "));
    const found = await run(port);
    let again = "";
    if (found.ok) found.value.port.onBytes((bytes) => (again += String.fromCharCode(...bytes)));
    expect(again).toBe("welcome\r\nlogin: ");
  });

  test("a line that is lost meanwhile is named", async () => {
    const port = createScriptedPort(() => port.lose());
    await expect(run(port)).rejects.toMatchObject({ failure: { code: "port-lost" } });
  });
});
