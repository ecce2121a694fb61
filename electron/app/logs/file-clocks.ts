// What is known of the clock that a log file was written by: what a person says of this file or of all, else what its capture
// noted when it was pulled.
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

export interface FileClock {
  /** Minutes east of UTC where lines say nothing. */
  readonly offset: number;
  /** Milliseconds by which the clock was ahead of the PC's: taken off. */
  readonly ahead: number;
}

export interface SaidClock {
  /** A path or a file's name; null: every file. */
  readonly file: string | null;
  readonly offset?: number;
  readonly ahead?: number;
}

/** What `captures` writes beside the files of a pull. */
const noteSchema = z.object({ clockAhead: z.number().nullable(), zone: z.number().nullable() });

/** `isTold`: somebody or something said so, else it is this PC's own zone and no difference. */
export async function findClock(
  file: string,
  said: readonly SaidClock[],
  usual: FileClock,
): Promise<FileClock & { readonly isTold: boolean }> {
  const noted = await readNote(file);
  let { offset, ahead } = usual;
  if (noted?.zone != null) offset = noted.zone;
  if (noted?.clockAhead != null) ahead = noted.clockAhead * 1000;
  let isTold = noted !== null && (noted.zone !== null || noted.clockAhead !== null);
  // What is said of one file counts more than what is said of all.
  for (const each of said.toSorted((a, b) => Number(a.file !== null) - Number(b.file !== null))) {
    if (each.file !== null && each.file !== file && each.file !== basename(file)) continue;
    offset = each.offset ?? offset;
    ahead = each.ahead ?? ahead;
    isTold = true;
  }
  return { offset, ahead, isTold };
}

async function readNote(file: string): Promise<z.infer<typeof noteSchema> | null> {
  try {
    const parsed = noteSchema.safeParse(JSON.parse(await readFile(join(dirname(file), "capture.json"), "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** `UTC+08:00`. */
export function printZone(offset: number): string {
  const minutes = Math.abs(Math.round(offset));
  const two = (value: number): string => String(value).padStart(2, "0");
  return `UTC${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
