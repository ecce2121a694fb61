import { describe, expect, test } from "vitest";
import type { HistoryEntry } from "../../electron/contract/history.ts";
import { filterHistory } from "../../renderer/features/history/filter-history.ts";
import { sortHistory } from "../../renderer/features/history/sort-history.ts";
import { isHere } from "../../renderer/features/history/is-here.ts";
import { makeReport } from "./make-report.ts";

const terminal = {
  family: "linux-console",
  serialNumber: null,
  hostName: "till-07",
  macs: ["52:54:00:12:34:56"],
  port: "/dev/ttyUSB0",
};

const entry: HistoryEntry = {
  id: "p1",
  at: "2026-11-22T08:00:00.000Z",
  who: "anna",
  terminal,
  changes: [{ interface: "eth0", field: "ipv4.gateway", from: "192.168.2.1", to: "192.168.1.1" }],
  state: "confirmed",
  why: null,
  outcome: "confirmed",
  endedAt: "2026-11-22T08:00:09.000Z",
  tests: [],
  signedIn: null,
  undoes: null,
};

describe("the history is searched by", () => {
  test.each([
    ["the terminal's name", "TILL-07"],
    ["its hardware address", "52:54:00"],
    ["who wrote", "ann"],
    ["an old value", "192.168.2"],
    ["how it ended, in words", "read back"],
  ])("%s", (_, typed) => {
    expect(filterHistory([entry], typed, () => ["Written and read back"])).toEqual([entry]);
  });

  test("and what nothing holds finds nothing", () => {
    expect(filterHistory([entry], "10.0.0.1", () => ["Written and read back"])).toEqual([]);
  });
});

describe("the terminal of a push is here", () => {
  test("when an interface has its hardware address, whatever the port", () => {
    expect(isHere({ ...terminal, port: "COM9" }, makeReport())).toBe(true);
  });

  test("not when only its name is the same", () => {
    expect(isHere({ ...terminal, macs: ["52:54:00:00:00:01"], hostName: "till" }, makeReport())).toBe(false);
  });
});

test.each([
  ["newest", "b a c"],
  ["oldest", "c a b"],
  ["terminal", "c a b"],
  ["outcome", "c b a"],
] as const)("the history is ordered by %s", (order, ids) => {
  const pushes: readonly HistoryEntry[] = [
    { ...entry, id: "b", terminal: { ...terminal, hostName: "till-10" } },
    { ...entry, id: "a", outcome: "rolled-back", terminal: { ...terminal, hostName: "till-9" } },
    { ...entry, id: "c", outcome: null, terminal: { ...terminal, hostName: "till-1" } },
  ];
  expect(
    sortHistory(pushes, order)
      .map(({ id }) => id)
      .join(" "),
  ).toBe(ids);
});
