import fc from "fast-check";
import { expect, test } from "vitest";
import { forbidden, guardPort } from "../../../electron/core/dialects/forbidden.ts";
import { FailureError } from "../../../electron/core/failures/failure.ts";
import { binaryToBytes } from "../../../electron/core/bytes/binary-text.ts";
import { createScriptedPort } from "../../contracts/scripted-port.ts";

async function write(pieces: readonly string[]): Promise<{ readonly code: string; readonly written: string }> {
  const port = createScriptedPort(() => undefined);
  const guarded = guardPort(port);
  try {
    for (const piece of pieces) await guarded.write(binaryToBytes(piece));
    return { code: "written", written: port.written() };
  } catch (error) {
    return { code: error instanceof FailureError ? error.failure.code : "?", written: port.written() };
  }
}

test("a forbidden text never leaves whole, however it is cut into writes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...forbidden), fc.array(fc.nat(40)), async (text, cuts) => {
      const whole = `OPEN\0\0${text}\0`;
      const places = [...new Set(cuts.map((cut) => cut % whole.length))].sort((a, b) => a - b);
      const { code, written } = await write([0, ...places].map((start, at) => whole.slice(start, places[at])));
      expect([code, written.includes(text)]).toEqual(["command-forbidden", false]);
    }),
  );
});

test("whatever else is written passes as it is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 30 })), async (pieces) => {
      const texts = pieces.map((piece) => String.fromCharCode(...piece));
      fc.pre(!forbidden.some((each) => texts.join("").includes(each)));
      expect((await write(texts)).written).toBe(texts.join(""));
    }),
  );
});
