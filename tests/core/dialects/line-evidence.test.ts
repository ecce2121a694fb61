// Which rate what was heard speaks for. What a wrong rate makes of words is computed as a UART would read it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binaryToBytes, textToBinary } from "../../../electron/core/bytes/binary-text.ts";
import { usualRates } from "../../../electron/core/dialects/find-rate.ts";
import { chooseRate, conclusive, weighHeard } from "../../../electron/core/dialects/line-evidence.ts";
import { adbPayloadLimit, adbVersion, printAdbMessage } from "../../../electron/core/frames/adb-message.ts";
import { dialects } from "../../../electron/core/dialects/registry.ts";
import { readAtRate } from "../../../electron/simulator/uart.ts";

/** `drops`: whether the port drops what has no stop bit, as Linux does where it is asked to ignore such bytes. */
function hearAt(said: string, sentAt: number, readAt: number, drops: boolean): string {
  const read = readAtRate(binaryToBytes(said), sentAt, readAt).filter(({ isFramed }) => isFramed || !drops);
  return String.fromCharCode(...read.map(({ byte }) => byte));
}

const words = fc.constantFrom(
  "pos",
  "login:",
  "root@pos:~#",
  "Linux",
  "READY",
  "eth0",
  "192.168.1.50",
  "终端",
  "ok",
  "$",
);
const lines = fc
  .array(fc.array(words, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 4 })
  .map((all) => textToBinary(`\r\n${all.map((line) => line.join(" ")).join("\r\n")}`))
  .filter((text) => text.length >= 14);
const rate = fc.constantFrom(...usualRates);

describe("the evidence for a line rate", () => {
  test("words are chosen at the rate they were sent at, whatever the port makes of broken bytes", () => {
    fc.assert(
      fc.property(lines, rate, fc.boolean(), (said, sentAt, drops) => {
        const heard = usualRates.map((readAt) => ({ rate: readAt, heard: hearAt(said, sentAt, readAt, drops) }));
        expect(chooseRate(heard, dialects)).toBe(sentAt);
      }),
      { numRuns: 300 },
    );
  });

  // A port that drops broken bytes can leave a dozen that pass for words: about once in a thousand tries, and never so many.
  test("where the right rate is not among them and broken bytes are heard too, none is chosen", () => {
    fc.assert(
      fc.property(lines, rate, (said, sentAt) => {
        const others = usualRates.filter((each) => each !== sentAt);
        const heard = others.map((readAt) => ({ rate: readAt, heard: hearAt(said, sentAt, readAt, false) }));
        expect(chooseRate(heard, dialects)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test("at no wrong rate does anything heard end the search", () => {
    fc.assert(
      fc.property(lines, rate, fc.boolean(), (said, sentAt, drops) => {
        const others = usualRates.filter((each) => each !== sentAt);
        const bits = others.map((readAt) => weighHeard(hearAt(said, sentAt, readAt, drops), dialects));
        expect(Math.max(...bits)).toBeLessThan(conclusive);
      }),
      { numRuns: 300 },
    );
  });

  test("more readable words never speak less for a rate", () => {
    fc.assert(
      fc.property(lines, fc.stringMatching(/^[a-z ]{1,20}$/), (said, more) => {
        expect(weighHeard(`${said}\r\n${more}`, [])).toBeGreaterThanOrEqual(weighHeard(said, []));
      }),
    );
  });

  test("no single byte decides", () => {
    const single = Array.from({ length: 256 }, (_, byte) =>
      chooseRate([{ rate: 9600, heard: String.fromCharCode(byte) }], dialects),
    );
    expect(single.every((chosen) => chosen === null)).toBe(true);
  });

  test.each([
    ["a login prompt", "\r\npos login: "],
    ["a short prompt", "\r\nroot@pos:~# "],
    [
      "a greeting of XCB",
      printAdbMessage({ command: "CNXN", arg0: adbVersion, arg1: adbPayloadLimit, payload: "device::\0" }),
    ],
    ["a countdown", "Hit any key to stop autoboot:  2 \b\b\b 1 "],
  ])("%s decides at once", (_name, heard) => {
    expect(weighHeard(heard, dialects)).toBeGreaterThanOrEqual(conclusive);
  });

  test("the shortest prompt there is decides when nothing else does", () => {
    expect(
      chooseRate(
        [
          { rate: 9600, heard: "\r\n# " },
          { rate: 115_200, heard: "\xf8\x00" },
        ],
        dialects,
      ),
    ).toBe(9600);
  });

  test("an echo of the carriage return decides nothing", () => {
    expect(chooseRate([{ rate: 9600, heard: "\r" }], dialects)).toBeNull();
  });

  test("two rates that are as readable as each other decide nothing", () => {
    const heard = "\r\npos login: ";
    expect(
      chooseRate(
        [
          { rate: 9600, heard },
          { rate: 19_200, heard },
        ],
        dialects,
      ),
    ).toBeNull();
  });

  test("a mebibyte of noise is weighed in less than a tenth of a second", () => {
    const noise = "\xf8\x00\x1b[".repeat(256 * 1024);
    const start = performance.now();
    weighHeard(noise, []);
    expect(performance.now() - start).toBeLessThan(100);
  });
});
