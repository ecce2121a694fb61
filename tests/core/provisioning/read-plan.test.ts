import { expect, test } from "vitest";
import { printRowAddress } from "../../../electron/core/provisioning/plan-row.ts";
import { type ReadPlan, readPlan, type ReadTerms } from "../../../electron/core/provisioning/read-plan.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";
import { type CellLike, makeSheet } from "./make-sheet.ts";

const nothing: ReadTerms = { given: {}, remembered: {}, pools: [], used: [] };

function read(rows: readonly (readonly CellLike[])[], terms: Partial<ReadTerms> = {}): ReadPlan {
  return readPlan(makeSheet(...rows), { ...nothing, ...terms });
}

/** `CODE line:column`, of what is more than told. */
function serious({ remarks }: ReadPlan): readonly string[] {
  return remarks
    .filter(({ severity }) => severity !== "info")
    .map(({ code, line, column }) => `${code} ${line}:${column ?? "-"}`);
}

test("columns are found in any order, under Chinese and English headings", () => {
  const { rows } = read([
    ["TID", "默认网关", "Serial Number", "IP 地址", "子网掩码", "商户号", "备注"],
    ["00000017", "192.168.1.1", "A1", "192.168.1.23", "255.255.255.0", "898110000000001", "till 3"],
  ]);
  expect(rows).toMatchObject([
    {
      line: 2,
      serialNumber: "A1",
      terminalNumber: "00000017",
      merchantNumber: "898110000000001",
      notes: "till 3",
      settings: { interfaces: [{ ipv4: { address: "192.168.1.23", prefixLength: 24, gateway: "192.168.1.1" } }] },
    },
  ]);
});

test("a banner above the headings is passed over", () => {
  const { headLine, rows } = read([["Terminals of October"], [], ["SN", "IP"], ["A1", "192.168.1.23/24"]]);
  expect([headLine, rows.map(({ line }) => line)]).toEqual([3, [4]]);
});

test("what a person says of a heading stands before what its words say", () => {
  const { headings } = read([["SN", "IP", "Till"]], {
    given: { Till: "terminalNumber" },
    remembered: { IP: "gateway" },
  });
  expect(headings.map(({ column, from }) => `${column} ${from}`)).toEqual([
    "serialNumber known",
    "gateway remembered",
    "terminalNumber given",
  ]);
});

test.each<[string, CellLike, CellLike, string]>([
  ["a serial number that is kept as a number", ["734", "number"], "192.168.1.9/24", "number-not-text 2:1"],
  ["a serial number of which digits are lost", ["1.23E+17", "number"], "192.168.1.9/24", "number-shortened 2:1"],
  ["the same in a text file", "1.23E+17", "192.168.1.9/24", "number-shortened 2:1"],
  ["an address that became a date", "A1", ["2026-10-01", "date"], "cell-date 2:2"],
  ["a formula without a value", ["", "formula"], "192.168.1.9/24", "formula-empty 2:1"],
  ["an error of the spreadsheet", ["#N/A", "error"], "192.168.1.9/24", "cell-error 2:1"],
  ["an address that is merged with the row above", "A1", ["192.168.1.9/24", "merged"], "merged-own 2:2"],
  ["a filler", "00000000", "192.168.1.9/24", "serial-filler 2:1"],
  ["a control character", "A\u001b1", "192.168.1.9/24", "cell-control 2:1"],
])("%s is told", (_what, serial, address, told) => {
  const sheet = read([
    ["SN", "IP"],
    [serial, address],
  ]);
  expect(serious(sheet)).toEqual([told]);
});

test("the value of a formula is used, and that is said", () => {
  const sheet = read([
    ["SN", "IP"],
    [["A1", "formula"], "192.168.1.9/24"],
  ]);
  expect([sheet.rows[0]?.serialNumber, sheet.remarks.map(({ code }) => code)]).toEqual(["A1", ["cell-formula"]]);
});

test("a site that is merged over several rows holds for all of them", () => {
  const { rows } = read([
    ["SN", "Site"],
    ["A1", "North"],
    ["A2", ["North", "merged"]],
  ]);
  expect(rows.map(({ settings }) => settings.site)).toEqual(["North", "North"]);
});

test("a row that is there twice is told, and counts once", () => {
  const sheet = read([
    ["SN", "IP"],
    ["A1", "192.168.1.9/24"],
    ["A1", "192.168.1.9/24"],
  ]);
  expect([sheet.rows.length, serious(sheet)]).toEqual([1, ["row-repeated 3:-"]]);
});

test("two rows with one merchant and terminal number are told", () => {
  const sheet = read([
    ["SN", "MID", "TID"],
    ["A1", "898110000000001", "00000017"],
    ["A2", "898110000000001", "00000017"],
  ]);
  expect(serious(sheet)).toEqual(["terminal-number-twice 3:3"]);
});

test("rows without a serial number are for whichever terminal comes next", () => {
  const { rows } = read([
    ["SN", "IP"],
    ["next free", "10.1.0.5/16"],
    ["", "10.1.0.6/16"],
    ["下一台", "10.1.0.7/16"],
  ]);
  expect(rows.map(({ serialNumber }) => serialNumber)).toEqual([null, null, null]);
});

test("a sheet whose serial numbers stand under an unknown heading says that its rows are for any terminal", () => {
  const rows = [
    ["Nr.", "IP"],
    ["A1", "192.168.1.23/24"],
  ];
  expect([serious(read(rows)), serious(read(rows, { given: { "Nr.": "serialNumber" } }))]).toEqual([
    ["serials-unsaid 1:-"],
    [],
  ]);
});

test.each(["Serial No.", "S/N", "SN号", "序列号（SN）", "终端SN"])("%s heads serial numbers", (heading) => {
  expect(read([[heading, "Subnet", "DNS server"]]).headings.map(({ column }) => column)).toEqual([
    "serialNumber",
    "mask",
    "dns",
  ]);
});

test("zeros that a text file keeps from a spreadsheet are kept", () => {
  expect(
    read([
      ["SN", "IP"],
      ['="00123"', "10.1.0.5/16"],
    ]).rows[0]?.serialNumber,
  ).toBe("00123");
});

const register = networkSettingsSchema.parse({
  terminal: { serialNumber: "OLD" },
  interfaces: [{ name: "eth0", ipv4: { method: "static", address: "192.168.1.12", prefixLength: 24 } }],
});

test("addresses come from the pool in order, but for what is taken, excluded or the router's", () => {
  const pool = {
    subnet: "192.168.1.0/24",
    ranges: ["192.168.1.10-192.168.1.16"],
    exclude: ["192.168.1.14"],
    gateway: "192.168.1.10",
    dns: ["192.168.1.11"],
  };
  const sheet = read(
    [
      ["SN", "IP"],
      ["A1", ""],
      ["A2", "192.168.1.13/24"],
      ["A3", ""],
      ["A4", ""],
    ],
    {
      pools: [pool],
      used: [register],
    },
  );
  expect([sheet.rows.map(printRowAddress), serious(sheet)]).toEqual([
    ["192.168.1.15/24", "192.168.1.13/24", "192.168.1.16/24", null],
    ["pool-empty 5:2"],
  ]);
});

test("a site has its own pool, and a row of no site that has one is told", () => {
  const sheet = read(
    [
      ["SN", "Site", "IP"],
      ["A1", "North", ""],
      ["A2", "South", ""],
    ],
    {
      pools: [{ site: "North", subnet: "10.0.0.0/30" }],
    },
  );
  expect([sheet.rows.map(printRowAddress), serious(sheet)]).toEqual([["10.0.0.1/30", null], ["pool-missing 3:3"]]);
});

test("a router that gives the addresses needs no pool", () => {
  const sheet = read(
    [
      ["SN", "IP"],
      ["A1", "DHCP"],
    ],
    { pools: [{ subnet: "10.0.0.0/24" }] },
  );
  expect(sheet.rows.map(printRowAddress)).toEqual(["DHCP"]);
});
