// The report, the certificates and the labels of a plan, as files: pages (.html, or printed as .pdf), the report also as a sheet.
import { extname } from "node:path";
import type { Client } from "../contract/client.ts";
import type { Asked, Output } from "../contract/commands.ts";
import { type Result, succeed } from "../core/failures/result.ts";
import { fill, type Voice } from "./console-voice.ts";
import { findBrowser } from "./find-browser.ts";
import { printPdf } from "./print-pdf.ts";
import { provisionWords } from "./words/provision.ts";
import { writePrivateFile } from "./write-private-file.ts";

export interface PrintOptions {
  readonly report?: string | undefined;
  readonly certificates?: string | undefined;
  readonly labels?: string | undefined;
  readonly labelPaper: "a4" | "40x30";
}

export async function savePrinted(
  plan: string,
  options: PrintOptions,
  { client, voice }: { readonly client: Client; readonly voice: Voice },
): Promise<void> {
  const { report, certificates, labels, labelPaper } = options;
  const wanted: readonly (readonly [string | undefined, Asked<"provisioning.print">["what"]])[] = [
    [report, extname(report ?? "").toLowerCase() === ".csv" ? "report-csv" : "report"],
    [certificates, "certificate"],
    [labels, `labels-${labelPaper}`],
  ];
  for (const [file, what] of wanted) {
    if (file === undefined) continue;
    const octets = await readParts((offset) =>
      client.call("provisioning.print", { plan, what, language: voice.language, offset }),
    );
    const made = octets.ok && isPdf(file) ? await printPdf(octets.value, findBrowser()) : octets;
    const problem = made.ok ? await writePrivateFile(file, made.value, { replace: true }) : made.failure;
    if (problem === null) voice.say(fill(provisionWords[voice.language].saved, { file }));
    else voice.complain(problem);
  }
}

function isPdf(file: string): boolean {
  return extname(file).toLowerCase() === ".pdf";
}

type Part = Output<"provisioning.print">;

export async function readParts(ask: (offset: number) => Promise<Result<Part>>): Promise<Result<Uint8Array>> {
  const parts: Buffer[] = [];
  for (let offset = 0; ; ) {
    const part = await ask(offset);
    if (!part.ok) return part;
    const octets = Buffer.from(part.value.base64, "base64");
    parts.push(octets);
    offset += octets.length;
    if (part.value.isLast) return succeed(Buffer.concat(parts));
  }
}
