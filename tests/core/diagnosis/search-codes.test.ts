import { describe, expect, test } from "vitest";
import { searchCodes } from "../../../electron/core/diagnosis/search-codes.ts";

function findTables(text: string): readonly string[] {
  return [...new Set(searchCodes(text).found.map(({ table }) => table))];
}

describe("the search box for codes", () => {
  test.each([
    ["field39", "91", "发卡行"],
    ["pax", "-209", "SIM"],
    ["cme", "+CME ERROR: 10", "没有 SIM 卡"],
    ["wifi", "reason=15", "多为密码错误"],
    ["tls", "alert 45", "证书已过期"],
    ["java", "java.net.UnknownHostException", "域名解析失败"],
    ["chat", "NO CARRIER", "拨号音"],
  ])("finds codes of the table %s by number and by a Chinese word", (table, code, word) => {
    expect([findTables(code)[0], findTables(word).includes(table)]).toEqual([table, true]);
  });

  test("finds by an English word of the meaning, whatever its case", () => {
    expect(searchCodes("DIAL TONE").found.map(({ code }) => code)).toEqual(["NO DIALTONE", "NO DIAL TONE"]);
  });

  test("says the cause and whom to call", () => {
    const [first] = searchCodes("97").found;
    expect([first?.cause, first?.call]).toEqual(["C23", "acquirer"]);
  });

  test("what tables say in the same words is one result, and every other reading is one of its own", () => {
    const read = (code: string) =>
      searchCodes(`应答码 ${code}`)
        .found.filter((one) => one.code === code)
        .map(({ generation, cause }) => [generation, cause]);
    expect([read("91"), read("58")]).toEqual([
      [
        [null, "C26"],
        ["1987", "C26"],
      ],
      [
        ["older", "C24"],
        ["newer", null],
        ["1987", "C24"],
        ["published", "C23"],
      ],
    ]);
  });

  test("a number finds that code alone, and not what holds the number in its name", () => {
    expect([...new Set(searchCodes("58").found.map(({ code }) => code))]).toEqual(["58"]);
  });

  test("full-width digits are read as they are meant", () => {
    expect(searchCodes("９１").found[0]?.code).toBe("91");
  });

  test("a word that is everywhere is cut off, and says how many are left out", () => {
    const { found, more } = searchCodes("c");
    expect([found.length, more > 0]).toEqual([60, true]);
  });
});
