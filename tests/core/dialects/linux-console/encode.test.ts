import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeInterfaceName, encodeWord, quote } from "../../../../electron/core/dialects/linux-console/encode.ts";
import { runOrThrow } from "../../../peers/owned-process.ts";
import { findObstacle } from "../../../peers/system-packages.ts";

const isControl = /[\p{Cc}\u2028\u2029]/u;
const nasty = fc.constantFrom(
  "'",
  "''",
  "\\",
  '"',
  "$(id)",
  "`id`",
  "${x}",
  "!",
  "!!",
  "*",
  "~",
  "-n",
  "#",
  " ",
  "&",
  ";",
  "网",
  "😀",
  "é",
);
const value = fc
  .array(fc.oneof(nasty, fc.string({ unit: "grapheme", maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join(""))
  .filter((text) => !isControl.test(text) && text.isWellFormed());

test.skipIf(findObstacle("console") !== null).for([
  ["dash", []],
  ["bash", []],
  ["busybox", ["sh"]],
] as const)("every value that is accepted comes through %s byte for byte", async ([shell, args]) => {
  const values = ["", "'", "''", "'\\''", ...fc.sample(value, 600)];
  const words = values.map((each) => encodeWord("field", each));
  const script = words.map((word) => `printf '%s\\0' ${word.ok ? word.value : "refused"}`).join("\n");
  // The script is a binary string: its bytes are UTF-8.
  const printed = await runOrThrow(shell, [...args], { input: Buffer.from(script, "latin1").toString("utf8") });
  expect(printed.split("\0").slice(0, -1)).toEqual(values);
});

test("every control character is refused wherever it stands, and named", () => {
  const controls = [...Array(32).keys(), ...Array.from({ length: 33 }, (_, index) => 127 + index), 0x2028, 0x2029];
  const accepted = controls.filter((code) => encodeWord("field", `a${String.fromCharCode(code)}b`).ok);
  expect(accepted).toEqual([]);
});

test.each([
  ["\r", "CR"],
  ["\n", "LF"],
  ["\0", "NUL"],
  ["\x1b", "ESC"],
  ["\x9b", "U+009B"],
  ["\u2028", "U+2028"],
])("a refusal of %j says %s and not the value", (character, name) => {
  const refused = encodeWord("dns", `secret${character}`);
  expect(refused.ok ? null : refused.failure.details).toEqual({ field: "dns", character: name });
});

test.each(["eth0", "eth0.10", "eth0:1", "br-lan", "wlan0", "usb_0", "a", "123456789012345", "veth@x"])(
  "%j is an interface's name",
  (name) => {
    expect(encodeInterfaceName(name)).toEqual({ ok: true, value: name });
  },
);

test.each([
  "",
  "..",
  ".",
  "-eth0",
  "eth 0",
  "eth0;reboot",
  "eth0\n",
  "$(id)",
  "a/b",
  "1234567890123456",
  "网卡",
  "eth'0",
  "--help",
])("%j is no interface's name", (name) => {
  expect(encodeInterfaceName(name).ok).toBe(false);
});

test("a quoted script holds no quote that ends it early", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(quote(text).replaceAll("'\\''", "").slice(1, -1)).not.toContain("'");
    }),
  );
});
