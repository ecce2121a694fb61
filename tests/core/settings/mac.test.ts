import { expect, test } from "vitest";
import { isUnicastMac, parseMac } from "../../../electron/core/settings/mac.ts";

test.each(["00:1a:2b:3c:4d:5e", "00-1A-2B-3C-4D-5E", "001a2b3c4d5e"])("the hardware address %s is read", (text) => {
  expect(parseMac(text)).toEqual({ ok: true, value: [0x00, 0x1a, 0x2b, 0x3c, 0x4d, 0x5e] });
});

test.each(["", "00:1a:2b:3c:4d", "00:1a-2b:3c:4d:5e", "00:1a:2b:3c:4d:5g", "00:1a:2b:3c:4d:5e:6f"])(
  "%j is not a hardware address",
  (text) => {
    expect(parseMac(text).ok).toBe(false);
  },
);

test("group addresses and all zeros name no device", () => {
  expect(
    [
      [0, 0x1a, 0x2b, 1, 2, 3],
      [1, 0, 0x5e, 0, 0, 1],
      [0, 0, 0, 0, 0, 0],
    ].map(isUnicastMac),
  ).toEqual([true, false, false]);
});
