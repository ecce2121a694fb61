// What this PC keeps of a terminal's old parameter file while a push is under way, so that a later start can install it
// again: the characters that the push changes, and sums by which the file before and behind it is known. The rest of the
// file, where pass-phrases and keys may stand, is not kept: it is taken from the terminal.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { z } from "zod";
import { applyDifference, findDifference, spliceSchema } from "../parameters/difference.ts";

const wayBackSchema = z.object({
  application: z.string(),
  path: z.string(),
  /** From the file as the push leaves it to the file as it was. */
  splices: z.array(spliceSchema),
  /** SHA-256, hexadecimal, of the push's name and the file. */
  old: z.string(),
  wanted: z.string(),
});

export interface FilePlace {
  readonly application: string;
  readonly path: string;
}

export interface FileChange {
  readonly place: FilePlace;
  readonly old: string;
  readonly wanted: string;
}

export type WayBack = Readonly<z.infer<typeof wayBackSchema>>;

/** Null when the two differ in more than can be kept. */
export function printWayBack(id: string, { place, old, wanted }: FileChange): string | null {
  const splices = findDifference(wanted, old);
  if (splices === null) return null;
  const { application, path } = place;
  const kept = { application, path, splices: [...splices], old: sum(id, old), wanted: sum(id, wanted) };
  return JSON.stringify(kept satisfies z.infer<typeof wayBackSchema>);
}

/** Null when it is not one. */
export function parseWayBack(text: string): WayBack | null {
  try {
    return wayBackSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** `old`: as before the push; `wanted`: as the push leaves it, with the way back; null: neither. */
export function recognise(
  id: string,
  { application, path, splices, old, wanted }: WayBack,
  file: string,
): { readonly is: "old" } | { readonly is: "wanted"; readonly change: FileChange } | null {
  const found = sum(id, file);
  if (found === old) return { is: "old" };
  if (found !== wanted) return null;
  const rebuilt = applyDifference(file, splices);
  return sum(id, rebuilt) === old
    ? { is: "wanted", change: { place: { application, path }, old: rebuilt, wanted: file } }
    : null;
}

/** The push's name is drawn at random: nobody can look up what a file holds by its sum. */
function sum(id: string, file: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(`${id}\n${file}`)));
}
