// Bytes of a file -> bytes of the logs in it, in portions: plain, gzip, or the files of a ZIP archive one after the other.
// Whatever is packed unfolds to a bounded size, and a file that is cut off gives what it held.
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Unzip, UnzipInflate } from "fflate";

/** `cut`: the packed file ends in the middle; `damaged`: it cannot be unpacked further; `bomb`: it unfolds to too much. */
export type LogNote = "cut" | "damaged" | "bomb";

/** A portion of a log. */
export interface Piece {
  /** Its name in the archive; null where there is none. */
  readonly entry: string | null;
  readonly bytes: Uint8Array;
}

export type Packing = "plain" | "gzip" | "zip";

type Notice = (what: LogNote) => void;

/** Text packs to a tenth; a hundredth happens in logs that repeat themselves; more is made to hurt. */
const mostUnfolding = 250;
/** Small files may unfold as they like. */
const alwaysAllowed = 16 * 1024 * 1024;
const portion = 1024 * 1024;

/** Vendors' names mislead: the first four bytes decide. */
export function recognisePacking(start: Uint8Array): Packing {
  if (start[0] === 0x1f && start[1] === 0x8b) return "gzip";
  return start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4 ? "zip" : "plain";
}

/** Ends early, with a note, where the file is damaged or unfolds to too much. */
export function unpackLog(packed: AsyncIterable<Uint8Array>, packing: Packing, note: Notice): AsyncIterable<Piece> {
  const source = new CountedBytes(packed);
  if (packing === "gzip") return readGzip(source, note);
  return packing === "zip" ? readZip(source, note) : readPlain(source);
}

class CountedBytes {
  readonly #packed: AsyncIterable<Uint8Array>;
  bytes = 0;

  constructor(packed: AsyncIterable<Uint8Array>) {
    this.#packed = packed;
  }

  async *read(): AsyncIterable<Uint8Array> {
    for await (const bytes of this.#packed) {
      this.bytes += bytes.length;
      yield bytes;
    }
  }
}

async function* readPlain(source: CountedBytes): AsyncIterable<Piece> {
  for await (const bytes of source.read()) yield { entry: null, bytes };
}

async function* readGzip(source: CountedBytes, note: Notice): AsyncIterable<Piece> {
  const packed = Readable.from(source.read(), { objectMode: false, highWaterMark: 64 * 1024 });
  const unpacked = createGunzip({ chunkSize: portion });
  packed.once("error", (error) => unpacked.destroy(error));
  packed.pipe(unpacked);
  let unfolded = 0;
  try {
    for await (const bytes of unpacked as AsyncIterable<Uint8Array>) {
      unfolded += bytes.length;
      yield { entry: null, bytes };
      if (isTooMuch(source.bytes, unfolded)) {
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
async function* readZip(source: CountedBytes, note: Notice): AsyncIterable<Piece> {
  const ready: Piece[] = [];
  let failed = false;
  let inFile = false;
  const unzip = new Unzip((file) => {
    file.ondata = (error, bytes, final) => {
      failed ||= error !== null;
      inFile = !final;
      if (error === null) ready.push({ entry: file.name, bytes });
    };
    if (!file.name.endsWith("/")) file.start();
  });
  unzip.register(UnzipInflate);
  let unfolded = 0;
  for await (const packed of source.read()) {
    try {
      unzip.push(packed);
    } catch {
      failed = true;
    }
    for (const piece of ready.splice(0)) {
      unfolded += piece.bytes.length;
      yield piece;
    }
    const isBomb = isTooMuch(source.bytes, unfolded);
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
