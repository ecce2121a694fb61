// The bytes of the first three are what the vendor's client 1.0.26 puts on the line.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  adbCommands,
  AdbMessageFramer,
  type AdbMessage,
  adbPayloadLimit,
  printAdbMessage,
} from "../../../electron/core/frames/adb-message.ts";

const hex = (text: string): string => String.fromCharCode(...Buffer.from(text.replaceAll(" ", ""), "hex"));

const greeting = hex("434e584e 00000001 00100000 07000000 32020000 bcb1a7b1 686f73743a3a00");

const message: fc.Arbitrary<AdbMessage> = fc.record({
  kind: fc.constant("message" as const),
  command: fc.constantFrom(...adbCommands),
  arg0: fc.nat(0xffff_ffff),
  arg1: fc.nat(0xffff_ffff),
  payload: fc.uint8Array({ maxLength: 80 }).map((bytes) => String.fromCharCode(...bytes)),
});

function feed(framer: AdbMessageFramer, binary: string, cuts: readonly number[]): ReturnType<AdbMessageFramer["push"]> {
  const places = [...new Set(cuts.map((cut) => cut % (binary.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].flatMap((start, at) => framer.push(binary.slice(start, places[at] ?? binary.length)));
}

const whole = (frames: ReturnType<AdbMessageFramer["push"]>): readonly AdbMessage[] =>
  frames.filter((frame) => frame.kind === "message");

describe("an ADB message", () => {
  test("is printed as the vendor's client prints its greeting", () => {
    expect(printAdbMessage({ command: "CNXN", arg0: 0x01000000, arg1: 4096, payload: "host::\0" })).toBe(greeting);
  });

  test("is read back from any chunking", () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), fc.array(fc.nat(2000)), (messages, cuts) => {
        const frames = feed(new AdbMessageFramer(), messages.map(printAdbMessage).join(""), cuts);
        expect(frames).toEqual(messages);
      }),
    );
  });

  test("whose payload is longer than the version allows is a fault, and the next one is read", () => {
    const long = printAdbMessage({ command: "WRTE", arg0: 1, arg1: 1, payload: "x".repeat(adbPayloadLimit + 1) });
    const frames = new AdbMessageFramer().push(long + greeting);
    expect(frames.map((frame) => (frame.kind === "fault" ? frame.reason : frame.command))).toEqual([
      "overflow",
      "CNXN",
    ]);
  });

  test("that lost a byte hides none of those that follow it", () => {
    const broken = printAdbMessage({ command: "WRTE", arg0: 1, arg1: 1, payload: "y".repeat(600) });
    fc.assert(
      fc.property(fc.nat(broken.length - 1), fc.array(fc.nat(2000)), (at, cuts) => {
        const frames = feed(
          new AdbMessageFramer(),
          broken.slice(0, at) + broken.slice(at + 1) + greeting + greeting,
          cuts,
        );
        expect([whole(frames).length, frames.filter(({ kind }) => kind === "fault").length]).toEqual([2, 1]);
      }),
    );
  });

  test("stands out of any noise around it, and noise alone keeps less than a message waiting", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), message, fc.array(fc.nat(600)), (noise, wanted, cuts) => {
        const framer = new AdbMessageFramer();
        const text = String.fromCharCode(...noise);
        fc.pre(!/CNXN|OPEN|OKAY|WRTE|CLSE|AUTH/.test(text));
        const frames = feed(framer, text + printAdbMessage(wanted) + text, cuts);
        expect([whole(frames), framer.pending < 24]).toEqual([[wanted], true]);
      }),
    );
  });
});
