import { expect, test } from "vitest";
import { describeUnknown } from "../../electron/app/describe-unknown.ts";
import { defaultLine } from "../../electron/core/bytes/byte-port.ts";
import { makeFailure } from "../../electron/core/failures/failure.ts";
import { makeCardNumber } from "../core/logs/card-numbers.ts";

const unknown = makeFailure("family-unknown", { port: "p", heard: "x" });

test("what was heard is shown as bytes and as characters", () => {
  const { details } = describeUnknown(unknown, { text: "\x02READY\x03", line: defaultLine });
  expect(details["hex"]).toBe(`0000  ${"02 52 45 41 44 59 03".padEnd(47)}  .READY.`);
});

test("a card number is neither in the bytes nor in what a description is begun from", () => {
  const number = makeCardNumber("622588", 16, [0.1, 0.7, 0.4, 0.9, 0.2, 0.6, 0.3, 0.8, 0.5]);
  const heard = { text: `\r\nLAST SALE ${number}\r\nREADY>`, line: defaultLine };
  const { details } = describeUnknown(unknown, heard);
  const bytes = String(details["hex"])
    .split("\n")
    .flatMap((row) => row.slice(6, 53).trim().split(" "))
    .map((octet) => String.fromCharCode(Number.parseInt(octet, 16)))
    .join("");
  expect([String(details["draft"]).includes(number), bytes.includes(number), /READY/.test(bytes)]).toEqual([
    false,
    false,
    true,
  ]);
});

test("a flood is cut to its end", () => {
  const { details } = describeUnknown(unknown, { text: "x".repeat(100_000), line: defaultLine });
  expect(String(details["hex"]).split("\n")).toHaveLength(16);
});
