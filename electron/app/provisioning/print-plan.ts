// A plan of the register -> what was asked for, as a file in parts.
import type { Input } from "../../contract/commands.ts";
import type { Clock } from "../../core/bytes/surroundings.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import type { Localized } from "../../core/failures/localized.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { refuseInput } from "../files/invalid-input.ts";
import type { Register } from "../register/register.ts";
import { cutPart, type FilePart } from "./file-part.ts";
import { walkRows } from "./plan-view.ts";
import { printLabels } from "./print-labels.ts";
import { type PrintedRow, readPrinted } from "./printed-row.ts";
import { listReport, printCertificates, printReport, type ReportHead } from "./print-report.ts";
import { writeSheet } from "./write-sheet.ts";

type Asked = Input<"provisioning.print">;

export async function printPlan(
  register: Register,
  asked: Asked,
  clock: Pick<Clock, "wallTime">,
): Promise<Result<FilePart>> {
  const plan = await register.readPlan(asked.plan);
  if (!plan.ok) return plan;
  if (plan.value === null) return fail(makeFailure("plan-not-kept", { plan: asked.plan }));
  const rows = await readAll(register, asked);
  if (!rows.ok) return rows;
  const head = { plan: plan.value.name, bench: plan.value.by.bench.name, at: new Date(clock.wallTime()).toISOString() };
  const { name, octets } = await print(rows.value, head, asked);
  return succeed(cutPart(name, octets, asked.offset));
}

/** Failures: `input-invalid`, where some rows are asked for and the plan has none of them. */
async function readAll(
  register: Register,
  { plan, places, terminals, what }: Asked,
): Promise<Result<readonly PrintedRow[]>> {
  const rows: PrintedRow[] = [];
  const named = new Set(terminals.map((text) => text.toLowerCase()));
  const isAll = places === null && named.size === 0;
  const wanted = new Set(places);
  const isWhole = what === "report" || what === "report-csv";
  const walked = await walkRows(register, plan, (kept) => {
    const names = [kept.serialNumber, kept.terminal].map((text) => text?.toLowerCase() ?? "");
    const isNamed = wanted.has(kept.place) || names.some((text) => named.has(text));
    const isWanted = isAll ? isWhole || kept.state === "done" : isNamed;
    const printed = isWanted ? readPrinted(kept) : null;
    if (printed !== null) rows.push(printed);
    return undefined;
  });
  if (!walked.ok) return walked;
  const asked = [...(places ?? []), ...terminals].slice(0, 3).join(", ");
  return rows.length > 0 || isAll ? succeed(rows) : fail(refuseInput(asked, noSuchRow));
}

const noSuchRow: Localized = { en: "the plan has no such row", "zh-CN": "计划里没有这样的行" };

async function print(
  rows: readonly PrintedRow[],
  head: ReportHead,
  { what, language }: Asked,
): Promise<{ readonly name: string; readonly octets: Uint8Array }> {
  const html = (name: string, text: string) => ({ name: `${name}.html`, octets: new TextEncoder().encode(text) });
  const stem = head.plan.replace(/[^\p{L}\p{N}._-]+/gu, "-");
  switch (what) {
    case "report":
      return html(`${stem}-report`, printReport(rows, head, language));
    case "report-csv":
      return { name: `${stem}-report.csv`, octets: await writeSheet(listReport(rows, language), "csv") };
    case "certificate":
      return html(`${stem}-certificates`, printCertificates(rows, head, language));
    case "labels-a4":
    case "labels-40x30":
      return html(`${stem}-${what}`, printLabels(rows, what, language));
  }
}
