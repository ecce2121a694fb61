import { expect, test } from "vitest";
import { codeTables } from "../../../electron/core/diagnosis/knowledge/code-tables.ts";
import { lookUpCode } from "../../../electron/core/diagnosis/look-up-code.ts";
import { modemErrors } from "../../../electron/core/logs/knowledge/knowledge.ts";

function found(text: string): readonly string[] {
  return lookUpCode(text).map(({ table, generation, cause }) => [table, generation, cause].filter(Boolean).join(" "));
}

test.for([
  ["91", ["field39 older C26", "field39 newer C26"]],
  ["a0", ["field39 older C21", "field39 newer C21"]],
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

test("a code whose meaning differs between two generations is told in both", () => {
  expect(found("58")).toEqual(["field39 older C24", "field39 newer"]);
});

test("a number that several tables have is told for each of them", () => {
  expect(new Set(lookUpCode("10").map(({ table }) => table))).toEqual(new Set(["field39", "cme", "tls"]));
});

test("no table has a code twice", () => {
  const all = codeTables.flatMap(({ id, entries }) => entries.map(({ code }) => `${id} ${code}`));
  expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
});

test("the modem's table ties its errors to the causes that log lines are tied to", () => {
  const entries = codeTables.find(({ id }) => id === "cme")?.entries ?? [];
  expect(entries.filter(({ code, cause }) => modemErrors.get(code) !== cause)).toEqual([]);
});
