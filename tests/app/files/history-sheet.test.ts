import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { printHistory } from "../../../electron/app/files/history-sheet.ts";
import type { HistoryEntry } from "../../../electron/contract/history.ts";

const entry: HistoryEntry = {
  id: "p1",
  at: "2026-11-22T08:00:00.000Z",
  who: "王芳",
  terminal: { family: "x", serialNumber: "SN-1", hostName: "till", macs: ["02:00:00:00:00:01"], port: "COM3" },
  changes: [
    { interface: "eth0", field: "ipv4.dns", from: null, to: "192.168.1.1,9.9.9.9" },
    { interface: "eth0", field: "ipv4.gateway", from: "192.168.2.1", to: "192.168.1.1" },
  ],
  state: "confirming",
  why: null,
  outcome: "confirmed",
  endedAt: "2026-11-22T08:00:05.000Z",
  tests: [
    {
      test: { kind: "tcp", host: "a.example", port: 8583 },
      outcome: "failed",
      reason: "refused",
      milliseconds: 1,
      evidence: "",
    },
  ],
  signedIn: "ok",
  undoes: null,
};

function readBack(...entries: readonly HistoryEntry[]): readonly Readonly<Record<string, string>>[] {
  return parse(printHistory(entries), { bom: true, columns: true });
}

test("a push is a row for each of its changes, which a sheet reads back as it was", () => {
  expect(readBack(entry)).toMatchObject([
    { push: "p1", who: "王芳", field: "eth0.ipv4.dns", from: "", to: "192.168.1.1,9.9.9.9" },
    { field: "eth0.ipv4.gateway", outcome: "confirmed", tests: "tcp a.example:8583: failed (refused)" },
  ]);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
  "a cell that begins like %j is text to a spreadsheet",
  (text) => {
    const [row] = readBack({ ...entry, who: text });
    expect(row?.["who"]).toBe(`'${text}`);
  },
);

test.each(['a "quoted" name', "two\r\nlines", "a,b"])("a cell with %j stays one cell", (text) => {
  expect(readBack({ ...entry, who: text })[0]?.["who"]).toBe(text);
});

test("a push that was cut off is told from one that ended", () => {
  expect(readBack({ ...entry, outcome: null, state: "applying" })[0]?.["outcome"]).toBe("open (applying)");
});
