// What is known of a terminal -> a ZIP without secrets, whose manifest holds a digest of every file.
//
//   settings, stages, lines, answers -> masked -> reasoned again -> JSON and text -> manifest -> ZIP
//
// Nothing of this computer and no time but `made` goes in: the same input gives the same octets.
import { zipSync } from "fflate";
import type { Input, Output } from "../../../contract/commands.ts";
import { contractVersion } from "../../../contract/envelope.ts";
import { check } from "../../../core/findings/check.ts";
import { sha256Hex } from "./pack-digest.ts";
import { digestBasis } from "../../../core/plans/basis-digest.ts";
import { redactLines } from "../../../core/logs/redaction/redact-lines.ts";
import { reasonFrom } from "../reason-from.ts";
import { maskSettings, maskTexts } from "./mask-settings.ts";
import { packHead } from "./read-pack.ts";
import { readVersions } from "./versions.ts";

/** ZIP knows no time before 1980; the same one for every file. */
const zipTime = "1980-01-01T12:00:00";

type Made = Output<"pack.make">;

export function makePack(known: Input<"pack.make">): Made {
  const { made } = known;
  const { settings, stages, lines, answers, codes, terminalId } = maskKnown(known);
  const diagnosis = reasonFrom({ ...known, settings, stages, lines, answers, codes }, made);
  const findings = settings === null ? [] : check(settings);
  const files = [
    { name: "settings.json", text: print(settings) },
    { name: "findings.json", text: print(findings) },
    { name: "stages.json", text: print(stages) },
    { name: "diagnosis.json", text: print({ ...diagnosis, stages: undefined, told: { answers, codes } }) },
    { name: "log.txt", text: lines.map((line) => `${line}\n`).join("") },
  ];
  const manifest = {
    ...packHead,
    made,
    contract: contractVersion,
    versions: readVersions(),
    terminal: { ...settings?.terminal, terminalId: terminalId === "" ? null : terminalId },
    /** What a correction file is bound to: the settings as they stand here. */
    settingsDigest: settings === null ? null : digestBasis(settings),
    files: files.map(({ name, text }) => ({ name, sha256: sha256Hex(new TextEncoder().encode(text)) })),
  };
  const entries = [{ name: "manifest.json", text: print(manifest) }, ...files];
  const octets = Object.fromEntries(entries.map(({ name, text }) => [name, new TextEncoder().encode(text)]));
  const zip = zipSync(octets, { level: 9, mtime: zipTime });
  return { zip: Buffer.from(zip).toString("base64"), digest: sha256Hex(zip), entries };
}

/** Everything but the time, which the asking side's clock gives. */
function maskKnown({ settings, lines, stages, answers, codes, terminalId }: Input<"pack.make">) {
  return {
    settings: settings === null ? null : maskSettings(settings),
    lines: [...redactLines(lines).lines],
    ...maskTexts({ stages, answers, codes, terminalId }),
  };
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
