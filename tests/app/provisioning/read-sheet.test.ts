import { strToU8, zipSync } from "fflate";
import { type Cell, writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { readSheet } from "../../../electron/app/provisioning/read-sheet.ts";
import { writeSheet } from "../../../electron/app/provisioning/write-sheet.ts";
import type { Sheet } from "../../../electron/core/provisioning/sheet.ts";

async function read(octets: Uint8Array, file = "plan.csv"): Promise<Sheet> {
  const sheet = await readSheet(octets, file);
  if (!sheet.ok) throw new Error(sheet.failure.message.en);
  return sheet.value;
}

function texts({ rows }: Sheet): readonly string[][] {
  return rows.map(({ cells }) => cells.map(({ text }) => text));
}

const rows = [
  ["序列号", "门店"],
  ["00017", "城北店"],
];

test.each([
  ["UTF-8", [...Buffer.from("序列号,门店\n00017,城北店\n")]],
  ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, ...Buffer.from("序列号,门店\r\n00017,城北店\r\n")]],
  // iconv -f UTF-8 -t GB18030
  [
    "GB18030",
    [
      0xd0, 0xf2, 0xc1, 0xd0, 0xba, 0xc5, 0x2c, 0xc3, 0xc5, 0xb5, 0xea, 0x0a, 0x30, 0x30, 0x30, 0x31, 0x37, 0x2c, 0xb3,
      0xc7, 0xb1, 0xb1, 0xb5, 0xea, 0x0a,
    ],
  ],
])("a text file in %s is read", async (_name, octets) => {
  expect(texts(await read(Uint8Array.from(octets)))).toEqual(rows);
});

test("semicolons and quoted line breaks are read, and lines are counted as an editor counts them", async () => {
  const sheet = await read(new TextEncoder().encode('SN;Note\nA1;"one\ntwo"\nA2;x\n'));
  expect(sheet.rows.map(({ line, cells }) => [line, cells[1]?.text])).toEqual([
    [1, "Note"],
    [2, "one\ntwo"],
    [4, "x"],
  ]);
});

test("a workbook keeps texts, and tells numbers, dates, formulas and merged cells apart", async () => {
  const formula: Cell = { value: "A3", type: "formula", formula: '"A"&3', formulaResult: "A3" };
  const workbook = await writeXlsx({
    sheets: [
      { name: "Notes", rows: [["nothing of use"]] },
      {
        name: "Plan",
        rows: [
          ["SN", "Site", "IP"],
          ["00017", "North", 734],
          ["A2", null, new Date(Date.UTC(2026, 9, 1))],
          [null, "South", "x"],
        ],
        cells: new Map([["3,0", formula]]),
        merges: [{ startRow: 1, startCol: 1, endRow: 2, endCol: 1 }],
      },
    ],
  });
  const sheet = await read(workbook, "plan.xlsx");
  expect(sheet.rows.slice(1).map(({ cells }) => cells.map(({ text, kind }) => `${kind} ${text}`))).toEqual([
    ["text 00017", "text North", "number 734"],
    ["text A2", "merged North", "date 2026-10-01"],
    ["formula A3", "text South", "text x"],
  ]);
});

test("what is written as CSV or XLSX is read back, and no cell can be run as a formula", async () => {
  const dangerous = [["SN"], ["=1+1"], ["@x"], ["-2"]];
  const back = await Promise.all(
    (["csv", "xlsx"] as const).map(async (format) => read(await writeSheet(dangerous, format))),
  );
  expect(back.map(texts)).toEqual(Array(2).fill([["SN"], ["'=1+1"], ["'@x"], ["'-2"]]));
});

async function refuse(octets: Uint8Array): Promise<string> {
  const sheet = await readSheet(octets, "plan.xlsx");
  return sheet.ok ? "taken" : sheet.failure.message.en;
}

test("a workbook that swells is refused while it swells", async () => {
  const zeros = new Uint8Array(66 * 1024 * 1024);
  expect(await refuse(zipSync({ "xl/worksheets/sheet1.xml": zeros }, { level: 1 }))).toMatch(
    /unpacks to more than 64 MB/,
  );
});

test("a cell at the far end of a workbook does not fill the memory", async () => {
  const workbook = await writeXlsx({ sheets: [{ name: "S", rows: [["SN", "IP"]] }] });
  const far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>';
  const { unzipSync, strFromU8 } = await import("fflate");
  const parts = unzipSync(workbook);
  const name = "xl/worksheets/sheet1.xml";
  const bent = strFromU8(parts[name] ?? new Uint8Array()).replace("</sheetData>", far);
  const before = process.memoryUsage().heapUsed;
  const answer = await refuse(zipSync({ ...parts, [name]: strToU8(bent) }));
  expect([answer, process.memoryUsage().heapUsed - before < 64 * 1024 * 1024]).toEqual(["taken", true]);
});

test.each([
  ["a ZIP archive that is no workbook", zipSync({ "a.txt": strToU8("x") }), /cannot be read|damaged/],
  ["a workbook cut in half", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), /damaged|cannot be read/],
  ["nothing", new Uint8Array(), /empty/],
])("%s is refused with its reason", async (_name, octets, reason) => {
  expect(await refuse(octets)).toMatch(reason);
});
