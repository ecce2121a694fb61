// The rate of a line is found on a simulated one that garbles as UARTs do where the rates differ.
import { describe, expect, test } from "vitest";
import { bytesToBinary } from "../../../electron/core/bytes/binary-text.ts";
import type { BytePort } from "../../../electron/core/bytes/byte-port.ts";
import { findRate, type FoundRate, usualRates } from "../../../electron/core/dialects/find-rate.ts";
import { dialects } from "../../../electron/core/dialects/registry.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import { openRatedPort } from "../../../electron/simulator/rated-port.ts";
import { readAtRate } from "../../../electron/simulator/uart.ts";
import { hurry } from "../../contracts/fast-clock.ts";
import { createScriptedPort, type Peer } from "../../contracts/scripted-port.ts";

const surroundings = hurry(40);

function find(port: BytePort, baudRate = 115_200): Promise<Result<FoundRate>> {
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  return findRate(port, dialects, { clock: surroundings.clock, baudRate, ...task });
}

interface Line {
  readonly port: BytePort;
  /** What the other side said, whenever it did, is said at its own rate. */
  readonly say: (binary: string) => void;
  /** What was written, and the rates that the port was set to. */
  readonly written: () => string;
  readonly rates: readonly number[];
}

/** A peer of that rate behind a port that can be set to any. */
function makeLine(terminalRate: number, peer: Peer = () => undefined): Line {
  let rate = 0;
  const rates: number[] = [];
  const garble = (binary: string, sentAt: number, readAt: number): string => {
    const sent = Uint8Array.from(binary, (one) => one.charCodeAt(0));
    return bytesToBinary(Uint8Array.from(readAtRate(sent, sentAt, readAt), ({ byte }) => byte));
  };
  const say = (binary: string): void => scripted.say(garble(binary, terminalRate, rate));
  const scripted = createScriptedPort((written) => peer(garble(written, rate, terminalRate), say));
  const setRate = (next: number): Promise<boolean> => {
    rate = next;
    rates.push(next);
    return Promise.resolve(true);
  };
  const none = { cts: null, dsr: null, ri: null, dcd: null };
  const no = (): Promise<boolean> => Promise.resolve(false);
  const control = { setLine: no, readLines: () => Promise.resolve(none), sendBreak: no, setRate };
  return { port: { ...scripted, control }, say, written: scripted.written, rates };
}

const answerOf = (result: Result<FoundRate>): number | string =>
  result.ok ? result.value.baudRate : result.failure.code;

describe("finding the rate of a line", () => {
  test.each(usualRates)("a simulated terminal at %i is found, asked for at another rate", async (rate) => {
    const opened = await openRatedPort(`demo:linux@${rate}`, { baudRate: 38_400, dtr: true }, surroundings);
    if (!opened.ok) throw new Error(opened.failure.code);
    const found = await find(opened.value, rate === 38_400 ? 9600 : 38_400);
    await opened.value.close();
    expect(answerOf(found)).toBe(rate);
  });

  test("a rate that is none of the usual ones is found when it is the one asked for", async () => {
    const line = makeLine(74_880, (written, say) => written === "\r" && say("\r\npos login: "));
    expect([answerOf(await find(line.port, 74_880)), line.rates[0]]).toEqual([74_880, 74_880]);
  });

  test("only carriage returns are sent, and none before every rate was listened to", async () => {
    const line = makeLine(1200);
    await find(line.port);
    const listened = line.rates.slice(0, usualRates.length);
    expect([line.written(), new Set(listened)]).toEqual(["\r".repeat(usualRates.length), new Set(usualRates)]);
  });

  test.each(usualRates)("a countdown at %i is found by listening, and hears nothing", async (rate) => {
    const line = makeLine(rate);
    let left = 99;
    const count = setInterval(() => line.say(`\b\b\b${String(left--).padStart(2)} `), 1000 / 40);
    const found = await find(line.port);
    clearInterval(count);
    expect([answerOf(found), line.written()]).toEqual([rate, ""]);
  });

  test("a talker at no known rate is not sent a byte, and is reported", async () => {
    const line = makeLine(1200);
    const talk = setInterval(() => line.say("Booting from flash\r\n"), 5);
    const found = await find(line.port);
    clearInterval(talk);
    expect([answerOf(found), line.written()]).toEqual(["rate-unknown", ""]);
  });

  test("a silent line is handed back at the rate that was asked for", async () => {
    const line = makeLine(9600);
    expect([answerOf(await find(line.port, 19_200)), line.rates.at(-1)]).toEqual([19_200, 19_200]);
  });

  test("a port without a rate is handed back as it is", async () => {
    const port = createScriptedPort(() => undefined);
    expect([answerOf(await find(port)), port.written()]).toEqual([115_200, ""]);
  });
});
