// A log file on disk -> its bytes in portions, unpacked; a folder is its files.
import { createReadStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Piece } from "./piece.ts";
import { type LogNote, type Packing, recognisePacking, tellingStart, unpackLog } from "./unpack-log.ts";

export type { LogNote } from "./unpack-log.ts";

export interface LogFile {
  readonly name: string;
  /** When it was last written to, milliseconds since 1970. */
  readonly written: number;
  /** As it lies on the disk. */
  readonly size: number;
  readonly packing: Packing;
  /** Portions of any size, with the name of each log in an archive. */
  readonly readPieces: (note: (what: LogNote) => void, watch?: ReadWatch) => AsyncIterable<Piece>;
}

/** Told how many bytes of the file were read by then, as it lies on the disk; throws to stop. */
export type ReadWatch = (bytes: number) => void;

const portion = 1024 * 1024;
/** Of what is packed; where it is damaged, what one portion unfolded to is lost. */
const packedPortion = 64 * 1024;
const deepestFolder = 8;

/** The log files behind a path. Throws what `stat` and `open` throw when there is nothing to read. */
export async function openLogs(path: string): Promise<readonly LogFile[]> {
  const about = await stat(path);
  if (about.isDirectory()) return listFolder(path, 0);
  return [await describe(path, about)];
}

async function listFolder(folder: string, depth: number): Promise<readonly LogFile[]> {
  const files: LogFile[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < deepestFolder) files.push(...(await listFolder(path, depth + 1)));
    if (entry.isFile()) files.push(await describe(path, await stat(path)));
  }
  return files;
}

async function describe(
  path: string,
  { mtimeMs, size }: { readonly mtimeMs: number; readonly size: number },
): Promise<LogFile> {
  const file = await open(path);
  const start = Buffer.alloc(tellingStart);
  let packing: Packing;
  try {
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    packing = recognisePacking(start.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
  const readPieces = (note: (what: LogNote) => void, watch?: ReadWatch): AsyncIterable<Piece> => {
    const highWaterMark = packing === "plain" ? portion : packedPortion;
    const stream = createReadStream(path, { highWaterMark });
    return unpackLog(watch === undefined ? stream : watchBytes(stream, watch), note);
  };
  return { name: path, written: mtimeMs, size, packing, readPieces };
}

async function* watchBytes(stream: AsyncIterable<Uint8Array>, watch: ReadWatch): AsyncIterable<Uint8Array> {
  let read = 0;
  for await (const bytes of stream) {
    watch((read += bytes.length));
    yield bytes;
  }
}
