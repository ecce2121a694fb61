import { expect, test } from "vitest";
import { passesLuhn } from "../../../electron/core/logs/luhn.ts";

test("the example of ISO/IEC 7812-1's rule passes, and only with its own check digit", () => {
  const passing = Array.from("0123456789").filter((digit) => passesLuhn(`7992739871${digit}`));
  expect(passing).toEqual(["3"]);
});

test("one altered digit never passes", () => {
  const number = "79927398713";
  const altered = Array.from(number).flatMap((digit, at) =>
    Array.from("0123456789")
      .filter((other) => other !== digit)
      .map((other) => number.slice(0, at) + other + number.slice(at + 1)),
  );
  expect(altered.filter(passesLuhn)).toEqual([]);
});
