// A pack that somebody sent, opened again: who it is of, what it holds, and what is concluded from it here.
import { z } from "zod";
import type { Output } from "../../../contract/commands.ts";
import { packCommands } from "../../../contract/packs.ts";
import { type Result, succeed } from "../../../core/failures/result.ts";
import { reasonFrom } from "../reason-from.ts";
import { type Pack, readPack } from "./read-pack.ts";

interface Sent {
  readonly name: string;
  /** Base64 of a ZIP. */
  readonly zip: string;
}

export function decodePack({ name, zip }: Sent): Result<Pack> {
  return readPack(Buffer.from(zip, "base64"), name);
}

/** Failures: `input-invalid`. */
export function openPack(sent: Sent): Result<Output<"pack.open">> {
  const pack = decodePack(sent);
  if (!pack.ok) return pack;
  const { manifest, settings, files } = pack.value;
  const { made, terminal } = manifest;
  return succeed({
    made,
    terminal: { serialNumber: terminal.serialNumber ?? null, terminalId: terminal.terminalId },
    known: readKnown(pack.value),
    reasoned: reasonPack(pack.value),
    canAnswer: settings !== null && manifest.settingsDigest !== null && Boolean(terminal.serialNumber),
    files: [...files],
  });
}

const knownSchema = packCommands["pack.open"].output.shape.known;
const toldSchema = z.object({ told: knownSchema.pick({ answers: true, codes: true }) });

/** What is concluded here from what the sender's side knew. */
export function reasonPack(pack: Pack): Output<"diagnosis.reason"> {
  return reasonFrom(readKnown(pack));
}

/** What the sender's side knew. A part that this version cannot read is left out, and its text is still shown. */
function readKnown({ settings, files }: Pack): z.infer<typeof knownSchema> {
  const find = (name: string): string => files.find((file) => file.name === name)?.text ?? "";
  const stages = knownSchema.shape.stages.safeParse(parse(find("stages.json")));
  const told = toldSchema.safeParse(parse(find("diagnosis.json")));
  const lines = find("log.txt")
    .split("\n")
    .filter((line) => line !== "");
  const known = { settings, stages: stages.success ? stages.data : [], lines: lines.slice(0, 2000) };
  return knownSchema.parse({ ...known, ...(told.success ? told.data.told : {}) });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
