import { expect, test } from "vitest";
import { printSheet } from "../../../electron/core/provisioning/print-cell.ts";

test("a sheet quotes what has to be quoted, and a cell that looks like a formula is only text", () => {
  expect(
    printSheet([
      ["a", 'say "b", c'],
      ["=1+1", "two\nlines"],
      ["-5", "@x"],
    ]),
  ).toBe('\ufeffa,"say ""b"", c"\r\n\'=1+1,"two\nlines"\r\n\'-5,\'@x\r\n');
});
