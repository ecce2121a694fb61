import { describe, expect, test } from "vitest";
import { describeModemError, putErrorInWords } from "../../../../electron/core/dialects/at/errors.ts";
import { maskNumber, readDigits, readModemClock } from "../../../../electron/core/dialects/at/facts/identity.ts";
import {
  joinRegistrations,
  readCesq,
  readCsq,
  readPinTries,
  readRegistration,
} from "../../../../electron/core/dialects/at/facts/network.ts";
import { splitFields } from "../../../../electron/core/dialects/at/lines.ts";
import { encodeString } from "../../../../electron/core/dialects/at/encode.ts";

const wallTime = Date.UTC(2026, 0, 2, 3, 4, 5);

describe("what a modem says", () => {
  test("every registration of 0 to 10 has a word, and 11 has none", () => {
    const states = Array.from({ length: 12 }, (_, state) => readRegistration([`+CEREG: 0,${state}`]));
    expect(states).toEqual([
      "not-registered",
      "home",
      "searching",
      "denied",
      "unknown",
      "roaming",
      "sms-only",
      "sms-only",
      "emergency-only",
      "home",
      "roaming",
      null,
    ]);
  });

  test.each([
    ["+CREG: 5", null],
    ['+CREG: 1,"1A2B","01C3D4E5",7', null],
    ["+CREG: 2,1A2B,01C3D4E5", null],
    ['+CREG: 2,5,"1A2B","01C3D4E5",7', "roaming"],
    ["+CREG:0,1", "home"],
  ])("%s is registration %s", (line, state) => {
    expect(readRegistration([line])).toBe(state);
  });

  test.each([
    [["home", "denied"], "home", "home"],
    [["denied", "not-registered"], "home", "denied"],
    [["not-registered", null], "home", "not-registered"],
    [[null, null], "home", "home"],
    [["not-registered", "not-registered"], "searching", "searching"],
  ] as const)("data %j and calls %s together are %s", (packets, calls, joined) => {
    expect(joinRegistrations({ packets, calls })).toBe(joined);
  });

  test.each([
    ["+CSQ: 0,0", 0],
    ["+CSQ: 31,99", 31],
    ["+CSQ: 99,99", 99],
    ["+CSQ: 199,99", null],
    ["+CSQ: ", null],
  ])("%s is CSQ %s", (line, csq) => {
    expect(readCsq([line])).toBe(csq);
  });

  test.each([
    ["+CESQ: 99,99,255,255,20,48", { rsrqDb: -10, rsrpDbm: -93 }],
    ["+CESQ: 99,99,255,255,0,0", { rsrqDb: -20, rsrpDbm: -141 }],
    ["+CESQ: 99,99,255,255,255,255", { rsrqDb: null, rsrpDbm: null }],
    ["+CESQ: 30,99,255,255", { rsrqDb: null, rsrpDbm: null }],
  ])("%s is RSRP and RSRQ %j", (line, signal) => {
    expect(readCesq([line])).toEqual(signal);
  });

  test.each([
    ["+CPINR: SIM PIN,2", 2],
    ['+CPINR: "SIM PIN",3,3', 3],
    ["+CPINR: SIM PUK,10", null],
    ["+SPIC: 1,10,3,10", 1],
    ["^CPIN: SIM PIN,3,10,2,10,3", 2],
    ['+QPINC: "SC",3,10', 3],
  ])("%s leaves %s tries", (line, tries) => {
    expect(readPinTries([line])).toBe(tries);
  });

  test.each([
    ['+CCLK: "26/01/02,11:04:15+32"', { time: "2026-01-02T11:04:15+08:00", aheadSeconds: 10 }],
    ['+CCLK: "26/01/01,22:04:05-20"', { time: "2026-01-01T22:04:05-05:00", aheadSeconds: 0 }],
    ['+CCLK: "80/01/06,00:00:12+00"', null],
    ['+CCLK: "70/01/01,00:00:12+00"', null],
    ['+CCLK: "26/01/02,11:04:15"', null],
    ['+CCLK: "26/13/99,11:04:15+99"', null],
  ])("%s is the clock %j", (line, clock) => {
    expect(readModemClock([line], wallTime)).toEqual(clock);
  });

  test.each([
    [['+CCID: "89001010000000000174"'], "890010**********0174"],
    [["89001010000000000174F"], "890010**********0174"],
    [["+ICCID: 8900101000000000017"], "890010*********0017"],
    [["ERROR"], null],
  ])("the card's number %j is shown as %s", (lines, shown) => {
    expect(maskNumber(readDigits(lines, 18))).toBe(shown);
  });

  test("a comma within quotes divides nothing, and quotes that never end take the rest", () => {
    expect([splitFields('+X: 1,"a,b",,c'), splitFields('+X: "a,b')]).toEqual([["1", "a,b", "", "c"], ["a,b"]]);
  });

  test.each([
    ["cme", "10", 10],
    ["cme", "SIM not inserted", 10],
    ["cme", "Requested service option not subscribed", 133],
    ["cms", "310", 310],
    ["cme", "something new", null],
    ["plain", "ERROR", null],
  ] as const)("%s error %j is number %s", (family, told, code) => {
    const error = describeModemError(family, told);
    const words = putErrorInWords(error);
    expect([error.code, words.en.length > 5, /\p{Script=Han}/u.test(words["zh-CN"])]).toEqual([code, true, true]);
  });

  test.each(['a"b', "a\rb", "a\nb", "a\0b", "a\x1bb", "a\x1ab", "中", "x".repeat(128)])(
    "the value %j does not get into a command",
    (value) => {
      const encoded = encodeString("apn", value);
      expect(encoded.ok ? encoded.value : encoded.failure.code).toBe("value-refused");
    },
  );
});
