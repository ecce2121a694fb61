import { expect, test } from "vitest";
import { codeTables } from "../../../electron/core/diagnosis/knowledge/code-tables.ts";
import { lookUpCode } from "../../../electron/core/diagnosis/look-up-code.ts";
import { modemErrors, responseTables } from "../../../electron/core/logs/knowledge/knowledge.ts";
import { explainResponseCode } from "../../../electron/core/logs/knowledge/response-code.ts";

function found(text: string): readonly string[] {
  return lookUpCode(text).map(({ table, generation, cause }) => [table, generation, cause].filter(Boolean).join(" "));
}

test.for([
  ["91", ["field39 older C26", "field39 newer C26", "field39 1987 C26"]],
  ["a0", ["field39 older C21", "field39 newer C21", "field39 published C23"]],
  ["CME 127", ["cme C12"]],
  ["CME 0", ["cme C28"]],
  ["reason=23", ["wifi C03"]],
  ["wifi 66", ["wifi"]],
  ["alert 120", ["tls C25"]],
  ["alert 42", ["tls C20"]],
  ["javax.net.ssl.SSLProtocolException", ["java C20"]],
  ["SSLHandshakeException", ["java C20"]],
  ["no dial tone", ["chat C14"]],
  ["pax -325", ["pax C22"]],
  ["-209", ["pax C10"]],
  ["pax -209", ["pax C10"]],
  ["+CME ERROR: 10", ["cme C10"]],
  ["cms 310", ["cms C10"]],
  ["reason=15", ["wifi C03"]],
  ["tls alert 48", ["tls C20"]],
  ["alert 70", ["tls C20"]],
  ["java.net.UnknownHostException", ["java C08"]],
  ["no dialtone", ["chat C14"]],
  ["39域=77", ["field39 older C21", "field39 newer C21"]],
  ["no such thing", []],
] as const)("%s is looked up where it belongs", ([text, tables]) => {
  expect(found(text)).toEqual(tables);
});

test("a code whose meaning differs between tables is told in each", () => {
  expect(found("39域=58")).toEqual([
    ...["field39 older C24", "field39 newer", "field39 1987 C24", "field39 published C23"],
  ]);
});

test("a number that several tables have is told for each of them", () => {
  expect(new Set(lookUpCode("10").map(({ table }) => table))).toEqual(new Set(["field39", "cme", "wifi", "tls"]));
});

test("no table has a code twice", () => {
  const all = codeTables.flatMap(({ id, entries }) => entries.map(({ code }) => `${id} ${code}`));
  expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
});

test("the modem's table ties its errors to the causes that log lines are tied to", () => {
  const entries = codeTables.find(({ id }) => id === "cme")?.entries ?? [];
  const numbers = [...modemErrors].filter(([code]) => /^\d+$/.test(code));
  const wrong = numbers.filter(([wanted, cause]) => entries.find(({ code }) => code === wanted)?.cause !== cause);
  expect([wrong, numbers.length > 15]).toEqual([[], true]);
});

test("the tables are whole: as many codes as their documents name", () => {
  expect(Object.fromEntries(codeTables.map(({ id, entries }) => [id, entries.length]))).toEqual({
    ...{ pax: 32, cme: 73, cms: 6, wifi: 62, tls: 34, java: 31, chat: 12 },
  });
});

test("the tables of hosts are whole, and each says which document publishes it", () => {
  const told = responseTables.map(({ acquirer, generation, codes, source }) => {
    const isOnce = new Set(codes.map(({ code }) => code)).size === codes.length;
    return `${acquirer} ${generation} ${isOnce ? codes.length : "twice"} ${source.length > 20 ? "sourced" : ""}`;
  });
  expect(told).toEqual([
    "unionpay older 77 sourced",
    "unionpay newer 77 sourced",
    "iso8583 1987 71 sourced",
    "gicc published 31 sourced",
    "rapyd published 10 sourced",
  ]);
});

test("of a known acquirer only its own reading is told, of an unknown one each with its share", () => {
  const own = explainResponseCode("58", { acquirer: "gicc" });
  const all = explainResponseCode("58");
  expect([
    own?.readings.map(({ cause, share }) => [cause, share]),
    all?.readings.map(({ cause, share }) => [cause, share]),
  ]).toEqual([
    [["C23", 1]],
    [
      ["C24", 0.5],
      [null, 0.25],
      ["C23", 0.25],
    ],
  ]);
});

test("every meaning stands in both languages, the Chinese in Chinese", () => {
  const meanings = [
    ...responseTables.flatMap(({ codes }) => codes.map(({ meaning }) => meaning)),
    ...codeTables.flatMap(({ entries }) => entries.map(({ meaning }) => meaning)),
  ];
  expect(meanings.filter((one) => !/[\u4e00-\u9fff]/.test(one["zh-CN"]) || /[\u4e00-\u9fff]/.test(one.en))).toEqual([]);
});
