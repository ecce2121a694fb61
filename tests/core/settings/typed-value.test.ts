import fc from "fast-check";
import { expect, test } from "vitest";
import { parseIpv4, printIpv4 } from "../../../electron/core/settings/ipv4.ts";
import { maskOf } from "../../../electron/core/settings/prefix-length.ts";
import { readTypedAssignment } from "../../../electron/core/settings/typed-assignment.ts";
import {
  mayBecomeAddress,
  readTypedAddress,
  readTypedAddresses,
  readTypedMask,
} from "../../../electron/core/settings/typed-value.ts";

test.each([
  ["192.168.1.23", "192.168.1.23", null, []],
  ["１９２。１６８。１。１", "192.168.1.1", null, ["wide-characters", "separators"]],
  ["１９２．１６８．１．１", "192.168.1.1", null, ["wide-characters"]],
  ["192。168。1。1", "192.168.1.1", null, ["separators"]],
  ["192、168、1、1", "192.168.1.1", null, ["separators"]],
  ["192，168，1，1", "192.168.1.1", null, ["wide-characters", "separators"]],
  [" 192 . 168 . 1 . 23 ", "192.168.1.23", null, ["spaces"]],
  ["192.168.1.23/24", "192.168.1.23", 24, ["prefix-split"]],
  ["192.168.1.23 / 255.255.255.0", "192.168.1.23", 24, ["spaces", "prefix-split"]],
  ["192.168.1.23 255.255.0.0", "192.168.1.23", 16, ["prefix-split"]],
  ["192.168.001.001", "192.168.1.1", null, ["three-digit-parts"]],
  ["010.000.000.001", "10.0.0.1", null, ["three-digit-parts"]],
] as const)("%j is read as %s/%s with the notes %j", (typed, address, prefixLength, notes) => {
  const read = readTypedAddress(typed);
  expect(read.ok && [printIpv4(read.value.value.address), read.value.value.prefixLength]).toEqual([
    address,
    prefixLength,
  ]);
  expect(read.ok && read.value.notes.map(({ kind }) => kind)).toEqual(notes);
});

test.each([
  ["", "empty"],
  ["192.168.01.1", "leading-zero"],
  ["192.168.1.010", "leading-zero"],
  ["192.168.1", "too-few-parts"],
  ["192.168..1", "too-few-parts"],
  ["192.168.1.1.1", "too-many-parts"],
  ["192.168.1.256", "part-too-large"],
  ["999.999.999.999", "part-too-large"],
  ["0xc0.168.1.1", "hexadecimal"],
  ["c0a80101", "hexadecimal"],
  ["fe80::1", "ipv6-here"],
  ["router", "not-a-number"],
  ["192.168.1.1 192.168.1.2 192.168.1.3", "not-a-number"],
  ["10.0.0.1\nreboot", "control-character"],
])("%j is refused because of %s, in both languages", (typed, reason) => {
  const read = readTypedAddress(typed);
  expect(read.ok ? null : read.failure.reason).toBe(reason);
  expect(read.ok ? "" : read.failure.message["zh-CN"]).toMatch(/\p{Script=Han}/u);
});

test.each([
  ["24", 24, ["mask-from-prefix"]],
  ["/24", 24, ["mask-from-prefix"]],
  ["255.255.255.0", 24, []],
  ["２５５。２５５。２５５。０", 24, ["wide-characters", "separators"]],
  ["255.255.255", 24, ["mask-cut-short"]],
  ["255.255", 16, ["mask-cut-short"]],
  ["255.255.255.000", 24, ["three-digit-parts"]],
] as const)("the mask %j is read as /%i with the notes %j", (typed, prefixLength, notes) => {
  const read = readTypedMask(typed);
  expect(read.ok && [read.value.value, read.value.notes.map(({ kind }) => kind)]).toEqual([prefixLength, notes]);
});

test("a mask in a field for prefix lengths is noted", () => {
  expect(readTypedMask("255.255.0.0", "prefix")).toMatchObject({
    value: { value: 16, notes: [{ message: { "zh-CN": "掩码 255.255.0.0 读作前缀长度 16。" } }] },
  });
});

test.each([
  ["0.0.0.255", "mask-wildcard"],
  ["255.0.255.0", "mask-form"],
  ["33", "mask-form"],
  ["", "empty"],
])("the mask %j is refused because of %s", (typed, reason) => {
  expect(readTypedMask(typed)).toMatchObject({ ok: false, failure: { reason } });
});

test("only what may have been meant otherwise has to be confirmed", () => {
  const kinds = ["192.168.001.001", "192。168。1。1"].map((typed) => {
    const read = readTypedAddress(typed);
    return read.ok && read.value.notes.map(({ mustConfirm }) => mustConfirm);
  });
  expect(kinds).toEqual([[true], [false]]);
});

test.each([
  ...["", "1", "192.", "192.168.1", "192.168.1.", "10.0.0", "１９２。１６８", "192.168.001.", "192.168.001.00", "01"],
  ...["192.168.1.23/", "192.168.1.23/2", "192.168.1.23/255.255"],
])("%j may still become an address", (text) => {
  expect(mayBecomeAddress(text)).toBe(true);
});

test.each([
  ...["192.168.1.1", "192.168.001.001", "256", "1.2.3.4.5", "a", "1..2", "01.2", "192.168.01.1"],
  ...["192.168.1/2", "192.168.1.23/255.255.255.0", "192.168.1.23/x"],
])("%j is ready to be judged", (text) => {
  expect(mayBecomeAddress(text)).toBe(false);
});

test("a list is read with any commas between its addresses", () => {
  const read = readTypedAddresses("192.168.1.1，９.９.９.９、8.8.8.8;1.1.1.1");
  expect(read.ok && read.value.value.map(printIpv4)).toEqual(["192.168.1.1", "9.9.9.9", "8.8.8.8", "1.1.1.1"]);
});

test("an assignment is read forgivingly and tells what was changed", () => {
  expect(readTypedAssignment("eth0.ipv4.address=１９２．１６８．１．９／24")).toMatchObject({
    value: { value: { interface: "eth0", field: "ipv4.address", value: "192.168.1.9/24" }, notes: [{}] },
  });
});

test.each(["eth0.ipv4.gateway=192.168.01.1", "eth0.ipv4.gateway=10.0.0.1\nreboot", "eth0.mtu=1500"])(
  "the assignment %j stays refused",
  (text) => {
    expect(readTypedAssignment(text).ok).toBe(false);
  },
);

test("what the strict reader takes, the forgiving one takes alike and without a note", () => {
  fc.assert(
    fc.property(fc.nat(0xffffffff), fc.nat(32), (address, bits) => {
      const text = printIpv4(address);
      const isPadded = /^\d{3}(?:\.\d{3}){3}$/.test(text) && /(?:^|\.)0/.test(text);
      fc.pre(!isPadded);
      expect(readTypedAddress(text)).toEqual({
        ok: true,
        value: { value: { address, prefixLength: null }, notes: [] },
      });
      expect(readTypedMask(printIpv4(maskOf(bits)))).toMatchObject({ ok: true, value: { value: bits } });
    }),
  );
});

test("no text makes the readers throw, and what they print is strict", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string(),
    fc.ipV4().map((one) => ` ${one}／２４`),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const read = readTypedAddress(typed);
      readTypedMask(typed);
      readTypedAddresses(typed);
      expect(read.ok ? parseIpv4(printIpv4(read.value.value.address)).ok : true).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
