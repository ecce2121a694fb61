// Labels and certificates as PDF files, by the browser that the specs use as well.
import { expect, test } from "vitest";
import { printLabels } from "../../electron/app/provisioning/print-labels.ts";
import type { PrintedRow } from "../../electron/app/provisioning/printed-row.ts";
import { findBrowser } from "../../electron/headless/find-browser.ts";
import { printPdf } from "../../electron/headless/print-pdf.ts";
import { planRowSchema } from "../../electron/core/provisioning/plan-row.ts";

function makeRow(place: number): PrintedRow {
  const open = { interface: null, merchantNumber: null, terminalNumber: null, profile: null, notes: null };
  const settings = { site: "北店", interfaces: [] };
  const row = planRowSchema.parse({ line: place, serialNumber: `CT3-${place}`, settings, isAllocated: false, ...open });
  return { row, state: "done", serialNumber: `CT3-${place}`, by: null, at: "", why: null, result: null };
}

/** Millimetres of each page. */
function measure(pdf: Uint8Array): readonly string[] {
  const pages = Buffer.from(pdf)
    .toString("latin1")
    .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return [...pages].map(([, ...size]) => size.map((points) => Math.round((Number(points) / 72) * 25.4)).join("x"));
}

test.each([
  ["labels-40x30", ["40x30", "40x30"]],
  ["labels-a4", ["210x297"]],
] as const)(
  "%s become a PDF on that paper",
  async (paper, pages) => {
    const html = new TextEncoder().encode(printLabels([makeRow(2), makeRow(3)], paper, "zh-CN"));
    const made = await printPdf(html, findBrowser());
    expect(made.ok && measure(made.value)).toEqual(pages);
  },
  60_000,
);

test("without a browser it is said what makes a PDF", async () => {
  const made = await printPdf(new Uint8Array(), null);
  expect(made.ok ? null : made.failure.code).toBe("pdf-unmade");
});
