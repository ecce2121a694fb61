// Paths that a person chose -> log files that can be indexed: plain ones where they lie, packed ones as masked copies.
import type { SourceNote } from "../../contract/opened-logs.ts";
import { copyMasked } from "./masked-copy.ts";
import { type LogFile, openLogs } from "./open-log.ts";
import { orderFiles } from "./order-files.ts";
import type { SourceFile } from "./log-source.ts";
import { type Piece, splitEntries } from "./piece.ts";

/** Logs of one terminal; a folder of more is something else. */
const mostFiles = 256;

/** Where masked copies go. */
export interface CopyPlace {
  readonly nextPath: () => string;
}

/** Told of a packed file how much of it was unpacked, in bytes as they lie on the disk; throws to stop. */
export type UnpackWatch = (name: string, done: number, all: number) => void;

export async function* gatherFiles(
  paths: readonly string[],
  place: CopyPlace,
  watch: UnpackWatch,
): AsyncIterable<SourceFile> {
  const found: LogFile[] = [];
  for (const path of paths) found.push(...(await openLogs(path)));
  for (const file of orderFiles(found).slice(0, mostFiles)) {
    const notes: SourceNote[] = [];
    if (file.packing === "plain") yield { name: file.name, path: file.name, written: file.written, notes, grows: true };
    else
      yield* copyPieces(
        file.readPieces(
          (note) => notes.push(note),
          (bytes) => watch(file.name, bytes, file.size),
        ),
        { ...file, notes },
        place,
      );
  }
}

interface Whole {
  readonly name: string;
  readonly written: number;
  readonly notes: SourceNote[];
}

/** Each log of an archive becomes a file of its own. */
export async function* copyPieces(
  pieces: AsyncIterable<Piece>,
  { name, written, notes }: Whole,
  { nextPath }: CopyPlace,
): AsyncIterable<SourceFile> {
  let count = 0;
  for await (const { entry, bytes } of splitEntries(pieces)) {
    if (count++ >= mostFiles) return;
    const path = nextPath();
    await copyMasked(bytes, path, (note) => notes.push(note));
    yield { name: entry === null ? name : `${name}/${entry}`, path, written, notes: [...new Set(notes)] };
  }
}
