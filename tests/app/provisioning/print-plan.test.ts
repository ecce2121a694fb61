// What is printed of a plan, and which rows of it.
import { afterEach, expect, test } from "vitest";
import { printReport } from "../../../electron/app/provisioning/print-report.ts";
import { printTime } from "../../../electron/app/provisioning/print-time.ts";
import type { PrintedRow } from "../../../electron/app/provisioning/printed-row.ts";
import type { Asked } from "../../../electron/contract/commands.ts";
import { planRowSchema } from "../../../electron/core/provisioning/plan-row.ts";
import { type Bench, makeBench } from "./make-bench.ts";

const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

async function printLabels(asked: Partial<Asked<"provisioning.print">>): Promise<readonly string[] | string> {
  const bench = makeBench();
  benches.push(bench);
  const plan = await bench.keep("SN,IP\nA1,192.168.1.9/24\nA2,192.168.1.10/24\nA3,192.168.1.11/24\n");
  const terms = { plan, what: "labels-a4", language: "en", ...asked } as const;
  const printed = await bench.client.call("provisioning.print", terms);
  if (!printed.ok) return printed.failure.message.en;
  return (
    Buffer.from(printed.value.base64, "base64")
      .toString("utf8")
      .match(/(?<=>)A\d(?=<)/g) ?? []
  );
}

test("a label is printed again by the serial number of the terminal at hand, beside rows by their number", async () => {
  expect(await printLabels({ places: [2], terminals: ["a3"] })).toEqual(["A1", "A3"]);
});

test("what is in no row is said, and not all labels printed", async () => {
  expect(await printLabels({ terminals: ["A9"] })).toBe("A9: the plan has no such row.");
});

test.each([
  [0, "2026-11-23 02:10 UTC"],
  [480, "2026-11-23 10:10 UTC+8"],
  [-210, "2026-11-22 22:40 UTC-3:30"],
])("%i minutes ahead, a moment is %s on paper", (ahead, text) => {
  expect(printTime("2026-11-23T02:10:31.000Z", ahead)).toBe(text);
});

test("a terminal that had its settings already is no empty cell in the report", () => {
  const none = { interface: null, merchantNumber: null, terminalNumber: null, profile: null, notes: null };
  const row = planRowSchema.parse({
    line: 2,
    serialNumber: "A1",
    settings: { interfaces: [] },
    isAllocated: false,
    ...none,
  });
  const done: PrintedRow = { row, state: "done", serialNumber: "A1", by: null, at: "", why: null, result: null };
  const html = printReport([done], { plan: "October", bench: "1", at: "2026-11-23T02:10:31.000Z" }, "zh-CN");
  expect(html).toContain("<td>终端原本就是这些设置。</td>");
});
