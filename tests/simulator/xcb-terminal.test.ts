// The simulated unit against what the vendor's own client (XCB 1.0.26) sent to it and took for an answer.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AdbMessageFramer, printAdbMessage } from "../../electron/core/frames/adb-message.ts";
import { demoUnit } from "../../electron/simulator/xcb/unit.ts";
import { XcbTerminal } from "../../electron/simulator/xcb/xcb-terminal.ts";
import { cutAnywhere, joinTurns, readExchange } from "../contracts/exchange.ts";
import { makeSurroundings } from "./surroundings.ts";

const folder = join(import.meta.dirname, "../corpus/xcb");
const captures = readdirSync(folder).filter((name) => name.startsWith("vendor-client-"));

/** The moment at which the captures were made, as far as the unit could tell. */
const captured = Date.UTC(2026, 0, 2, 3, 4, 5);

/** Messages that say something. */
function count(binary: string): number {
  return [...sortByStream(binary).values()].flat().length;
}

async function play(
  name: string,
  cuts: readonly number[],
): Promise<{ readonly heard: string; readonly wanted: string }> {
  const surroundings = makeSurroundings();
  const clock = Object.create(surroundings.clock, { wallTime: { value: () => captured } }) as typeof surroundings.clock;
  const terminal = new XcbTerminal("xcb", { surroundings: { ...surroundings, clock }, profile: demoUnit }, {});
  const port = terminal.connect();
  if (!port.ok) throw new Error(port.failure.code);
  let heard = "";
  let wake: () => void = () => undefined;
  port.value.onBytes((bytes) => {
    heard += String.fromCharCode(...bytes);
    wake();
  });
  const turns = readExchange(join(folder, name, "exchange"));
  let due = "";
  for (const { from, binary } of turns) {
    if (from === "terminal") {
      due += binary;
      // As long as the client has had to wait: its next words follow the answer.
      while (count(heard) < count(due)) await new Promise<void>((resolve) => (wake = resolve));
    } else {
      for (const piece of cutAnywhere(binary, cuts)) await port.value.write(Buffer.from(piece, "latin1"));
    }
  }
  await port.value.close();
  terminal.powerOff();
  return { heard, wanted: joinTurns(turns, "terminal") };
}

/**
 * What was said on each of the client's streams. Streams overlap, and an acknowledgement may be overtaken by the close of
 * its stream, so neither the order between streams nor acknowledgements are compared.
 */
function sortByStream(binary: string): ReadonlyMap<number, readonly string[]> {
  const streams = new Map<number, string[]>();
  for (const frame of new AdbMessageFramer().push(binary)) {
    if (frame.kind === "fault") throw new Error(frame.reason);
    const { command, arg1, payload } = frame;
    if (command !== "OKAY") streams.set(arg1, [...(streams.get(arg1) ?? []), `${command} ${payload}`]);
  }
  return streams;
}

describe("the simulated unit", () => {
  test.each(captures)(
    "says on each stream of %s what it said then, however the client's bytes arrive",
    async (name) => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(500), { maxLength: 12 }), async (cuts) => {
          const { heard, wanted } = await play(name, cuts);
          expect(sortByStream(heard)).toEqual(sortByStream(wanted));
        }),
        { numRuns: 6 },
      );
    },
  );

  test.each(["shell:", "disableme:", "telnetd:2323", "sync:", ""])(
    "refuses the service '%s' with CLSE",
    async (service) => {
      const terminal = new XcbTerminal("xcb", { surroundings: makeSurroundings(), profile: demoUnit }, {});
      const port = terminal.connect();
      if (!port.ok) throw new Error(port.failure.code);
      const answers: string[] = [];
      const closed = Promise.withResolvers<null>();
      port.value.onBytes((bytes) => {
        answers.push(...(String.fromCharCode(...bytes).match(/CNXN|OKAY|CLSE|WRTE/g) ?? []));
        if (answers.includes("CLSE")) closed.resolve(null);
      });
      const say = (command: "CNXN" | "OPEN", payload: string): Promise<void> =>
        port.value.write(Buffer.from(printAdbMessage({ command, arg0: 1, arg1: 0, payload }), "latin1"));
      await say("CNXN", "host::\0");
      await say("OPEN", `${service}\0`);
      await closed.promise;
      expect(answers).toEqual(["CNXN", "CLSE"]);
    },
  );
});
