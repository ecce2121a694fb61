// Codes as programs show them, found and put into words; and what looks like one and is none.
import { expect, test } from "vitest";
import { findCodes } from "../../../electron/app/logs/find-codes.ts";

test.each<[string, string, string | null]>([
  ["sale respCode=91 host says no", "91", "C26"],
  ["<respCode>A0</respCode>", "A0", "C21"],
  ['{"responseCode":"51"}', "51", null],
  ["39域：96", "96", "C26"],
  ["应答码 [03]", "03", "C23"],
  ["bit 39: 91", "91", "C26"],
  ["DE39=30", "30", "C25"],
  ["host field[39]: 91", "91", "C26"],
  ["F039:[68]", "68", "C26"],
  ["+CME ERROR: 10", "10", "C10"],
  ["+CMS ERROR: 310", "310", "C10"],
  ["wlan0: CTRL-EVENT-DISCONNECTED bssid=02:00:00:00:00:01 reason=15", "15", "C03"],
  ["SSL routines: tlsv1 alert unknown ca: SSL alert number 48", "48", "C20"],
  ["NetConnect iRet=-23", "-23", "C08"],
  ["java.net.UnknownHostException: host.example", "UnknownHostException", "C08"],
  ["chat[99]: NO CARRIER", "NO CARRIER", "C14"],
])("in %s the code is %s", (line, code, cause) => {
  const [found] = findCodes(line);
  const place = line.slice(found?.from ?? 0, found?.to ?? 0);
  expect([found?.code, place, found?.meanings.some((each) => each.cause?.id === cause || cause === null)]).toEqual([
    code,
    code,
    true,
  ]);
});

test("a code that no table has is shown as one that is not known", () => {
  expect(findCodes("respCode=ZZ")).toEqual([{ code: "ZZ", from: 9, to: 11, meanings: [] }]);
});

test.each([
  "chat[99]: abort on (NO CARRIER)",
  "kernel: mmc0: error: -5 whilst initialising",
  "respCode=9134 is no answer",
  "the reason was given on 12 March",
  "field 39 is empty",
  "pan=622588******1234 approved",
  "java.lang.IllegalStateException: nothing",
])("in %s there is none", (line) => {
  expect(findCodes(line)).toEqual([]);
});

test("two codes of a line are told apart, each at its place", () => {
  const line = "retry respCode=91 after +CME ERROR: 10";
  expect(findCodes(line).map(({ from, to }) => line.slice(from ?? 0, to ?? 0))).toEqual(["91", "10"]);
});
