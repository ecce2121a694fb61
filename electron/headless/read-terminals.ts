// A file of one terminal, of many as JSON, or of many as a sheet -> what is to be checked. Standard input is `-`.
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { buffer } from "node:stream/consumers";
import { decodeText } from "../app/files/decode-text.ts";
import { readCsvTerminals } from "../app/files/read-csv-terminals.ts";
import { readJsonTerminals } from "../app/files/read-json-terminals.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import type { CellNote } from "../core/provisioning/read-row.ts";
import type { NetworkSettings } from "../core/settings/network-settings.ts";

/** Octets; a terminal's settings are a few thousand. */
const largest = 64 * 1024 * 1024;

export interface ReadTerminals {
  readonly terminals: readonly NetworkSettings[];
  /** Whether a list was given, so that a list is answered. */
  readonly isList: boolean;
  /** For a sheet: what was read differently, and the line of each terminal. */
  readonly notes: readonly (readonly CellNote[])[] | null;
  readonly lines: readonly number[] | null;
}

export async function readTerminals(file: string): Promise<Result<ReadTerminals>> {
  const octets = await readOctets(file);
  if (!octets.ok) return octets;
  const isSheet = looksLikeSheet(file, octets.value);
  const decoded = decodeText(octets.value, { file, mayBeGb18030: isSheet });
  if (!decoded.ok) return decoded;
  const text = decoded.value.text.replace(/^\ufeff/, "");
  if (isSheet) {
    const sheet = readCsvTerminals(text, file);
    return sheet.ok ? succeed({ ...sheet.value, isList: true }) : sheet;
  }
  const json = readJsonTerminals(text, file);
  return json.ok ? succeed({ ...json.value, notes: null, lines: null }) : json;
}

export async function readOctets(file: string): Promise<Result<Uint8Array>> {
  try {
    const octets = file === "-" ? await buffer(process.stdin) : await readFile(file);
    const tooLarge = makeFailure("file-unreadable", { file, reason: `${octets.length} > ${largest}` });
    return octets.length > largest ? fail(tooLarge) : succeed(octets);
  } catch (error) {
    const { code = "?" } = error as NodeJS.ErrnoException;
    return fail(makeFailure("file-unreadable", { file, reason: code }));
  }
}

/** By its name, or because it does not begin as JSON does. */
function looksLikeSheet(file: string, octets: Uint8Array): boolean {
  if ([".csv", ".tsv"].includes(extname(file).toLowerCase())) return true;
  if (extname(file).toLowerCase() === ".json") return false;
  const head = new TextDecoder()
    .decode(octets.subarray(0, 4096))
    .replace(/^\ufeff/, "")
    .trimStart();
  return head !== "" && !/^[[{"\d]/.test(head) && /[,;\t，]/.test(head.split("\n", 1)[0] ?? "");
}
