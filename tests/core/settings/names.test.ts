import { expect, test } from "vitest";
import { parseApn } from "../../../electron/core/settings/apn.ts";
import { parseHostName } from "../../../electron/core/settings/host-name.ts";
import { parseTpdu } from "../../../electron/core/settings/tpdu.ts";
import { countOctets, findPassphraseFault } from "../../../electron/core/settings/wifi.ts";

const label = "a".repeat(63);

test.each([
  "pos.example.com",
  "POS-1",
  "3com.com",
  "pos.example.com.",
  label,
  "xn--fiqs8s",
  `${label}.${label}.${label}.${"a".repeat(61)}`,
])("%s is a host name", (text) => {
  expect(parseHostName(text).ok).toBe(true);
});

test.each([
  ["", "empty"],
  [".", "empty"],
  ["a..b", "label-empty"],
  [`${label}a`, "label-too-long"],
  ["-a.com", "label-characters"],
  ["a-.com", "label-characters"],
  ["a_b.com", "label-characters"],
  ["收单.com", "label-characters"],
  ["192.168.1", "looks-like-address"],
  [`${label}.${label}.${label}.${label}`, "too-long"],
])("%j is no host name because of %s", (text, fault) => {
  expect(parseHostName(text)).toEqual({ ok: false, failure: fault });
});

test.each(["cmnet", "3gnet", "CMIOT.js", "unionpay.mnc000.mcc460.gprs", "a".repeat(62)])("%s is an APN", (text) => {
  expect(parseApn(text).ok).toBe(true);
});

test.each([
  [`${"a".repeat(32)}.${"b".repeat(31)}`, "too-long"],
  ["rac1", "reserved-beginning"],
  ["SGSN.net", "reserved-beginning"],
  ["cm net", "label"],
  ["a.gprs", "reserved-end"],
  [".mnc000.mcc460.gprs", "empty"],
])("%j is no APN because of %s", (text, fault) => {
  expect(parseApn(text)).toEqual({ ok: false, failure: fault });
});

test("a TPDU is ten digits that begin with 60, with spaces or without", () => {
  expect(["6000030000", "60 00 03 00 00", "60000A0000"].map((text) => parseTpdu(text).ok)).toEqual([true, true, true]);
  expect(["7000030000", "600003000", "600003000g"].map((text) => parseTpdu(text))).toEqual([
    { ok: false, failure: "beginning" },
    { ok: false, failure: "length" },
    { ok: false, failure: "digits" },
  ]);
});

test("a passphrase has 8 to 63 printable characters or is a key of 64 hexadecimal digits", () => {
  expect(["12345678", "a".repeat(63), "0f".repeat(32)].map(findPassphraseFault)).toEqual([null, null, null]);
  expect(["1234567", "z".repeat(64), "密码密码密码密码"].map(findPassphraseFault)).toEqual([
    "too-short",
    "too-long",
    "characters",
  ]);
});

test("a name of a network is measured in octets", () => {
  expect(countOctets("咖啡店 WiFi")).toBe(14);
});
