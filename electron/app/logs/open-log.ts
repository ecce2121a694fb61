// A log file on disk -> its bytes in portions: plain, gzip, or the files of a ZIP archive; a folder is its files. Whatever is
// packed unfolds to a bounded size, and a file that is cut off gives what it held.
import { createReadStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { Unzip, UnzipInflate } from "fflate";

export interface LogFile {
  readonly name: string;
  /** When it was last written to, milliseconds since 1970. */
  readonly written: number;
  /** Portions of any size. Ends early, with a note, where the file is damaged or unfolds to too much. */
  readonly read: (note: (what: LogNote) => void) => AsyncIterable<Uint8Array>;
}

/** `cut`: the packed file ends in the middle; `damaged`: it cannot be unpacked further; `bomb`: it unfolds to too much. */
export type LogNote = "cut" | "damaged" | "bomb";

/** Text packs to a tenth; a hundredth happens in logs that repeat themselves; more is made to hurt. */
const mostUnfolding = 250;
/** Small files may unfold as they like. */
const alwaysAllowed = 64 * 1024 * 1024;
const portion = 1024 * 1024;
/** Of what is packed; where it is damaged, what one portion unfolded to is lost. */
const packedPortion = 64 * 1024;
const deepestFolder = 8;

/** The log files behind a path. Throws what `stat` and `open` throw when there is nothing to read. */
export async function openLogs(path: string): Promise<readonly LogFile[]> {
  const about = await stat(path);
  if (about.isDirectory()) return listFolder(path, 0);
  return [await describe(path, about.mtimeMs)];
}

async function listFolder(folder: string, depth: number): Promise<readonly LogFile[]> {
  const files: LogFile[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < deepestFolder) files.push(...(await listFolder(path, depth + 1)));
    if (entry.isFile()) files.push(await describe(path, (await stat(path)).mtimeMs));
  }
  return files;
}

async function describe(path: string, written: number): Promise<LogFile> {
  const file = await open(path);
  const start = Buffer.alloc(4);
  try {
    await file.read(start, 0, start.length, 0);
  } finally {
    await file.close();
  }
  // Vendors' names mislead: the first bytes decide.
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  const isZip = start.readUInt32BE() === 0x504b0304;
  return {
    name: path,
    written,
    read: (note) => (isGzip ? readGzip(path, note) : isZip ? readZip(path, note) : readPlain(path)),
  };
}

function readPlain(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: portion });
}

async function* readGzip(path: string, note: (what: LogNote) => void): AsyncIterable<Uint8Array> {
  const packed = createReadStream(path, { highWaterMark: packedPortion });
  const unpacked = createGunzip({ chunkSize: portion });
  packed.once("error", (error) => unpacked.destroy(error));
  packed.pipe(unpacked);
  let unfolded = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      unfolded += chunk.length;
      yield chunk;
      if (isTooMuch(packed.bytesRead, unfolded)) {
        note("bomb");
        return;
      }
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !code.startsWith("Z_")) throw error;
    note(code === "Z_BUF_ERROR" ? "cut" : "damaged");
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}

/** All files of the archive, one after the other. */
async function* readZip(path: string, note: (what: LogNote) => void): AsyncIterable<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failed = false;
  let inFile = false;
  const unzip = new Unzip((file) => {
    file.ondata = (error, chunk, final) => {
      failed ||= error !== null;
      inFile = !final;
      if (error === null) ready.push(chunk);
    };
    if (!file.name.endsWith("/")) file.start();
  });
  unzip.register(UnzipInflate);
  const packed = createReadStream(path, { highWaterMark: packedPortion });
  let unfolded = 0;
  for await (const chunk of packed as AsyncIterable<Uint8Array>) {
    try {
      unzip.push(chunk);
    } catch {
      failed = true;
    }
    for (const part of ready.splice(0)) {
      unfolded += part.length;
      yield part;
    }
    const isBomb = isTooMuch(packed.bytesRead, unfolded);
    if (failed || isBomb) {
      note(failed ? "damaged" : "bomb");
      return;
    }
  }
  if (inFile) note("cut");
}

function isTooMuch(packed: number, unfolded: number): boolean {
  return unfolded > alwaysAllowed && unfolded > packed * mostUnfolding;
}
