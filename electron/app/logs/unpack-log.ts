// Bytes of a file -> bytes of the logs in it, in portions: plain, or the files of an archive one after the other, and what is
// packed in those. Whatever is packed unfolds to a bounded size, and a file that is cut off gives what it held.
//
//   messages      logs.tar.gz -> gunzip -> var/log/messages, var/log/messages.1.gz -> gunzip
//   trace.txt, as Windows' "Unicode" -> UTF-8
import { Readable } from "node:stream";
import { TextDecoder } from "node:util";
import { createGunzip } from "node:zlib";
import { Unzip, UnzipInflate } from "fflate";
import { OctetQueue } from "./octet-queue.ts";
import { type Piece, splitEntries } from "./piece.ts";
import { isTar, readTar } from "./read-tar.ts";

/** `cut`: the packed file ends in the middle; `damaged`: it cannot be unpacked further; `bomb`: it unfolds to too much. */
export type LogNote = "cut" | "damaged" | "bomb";

export type Packing = "plain" | "gzip" | "zip" | "tar" | "utf-16";

type Notice = (what: LogNote) => void;

/** Octets by which a packing is known. */
export const tellingStart = 512;
/** A rotated file in a tar that was packed, and one more that nobody thinks of. */
const deepest = 4;
/** Text packs to a tenth; a hundredth happens in logs that repeat themselves; more is made to hurt. */
const mostUnfolding = 250;
/** Small files may unfold as they like. */
const alwaysAllowed = 16 * 1024 * 1024;
const portion = 1024 * 1024;

/** Vendors' names mislead: the first octets decide. */
export function recognisePacking(start: Uint8Array): Packing {
  const [one, two, three, four] = start;
  if (one === 0x1f && two === 0x8b) return "gzip";
  if (one === 0x50 && two === 0x4b && three === 3 && four === 4) return "zip";
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)) return "utf-16";
  return isTar(start) ? "tar" : "plain";
}

/** Ends early, with a note, where the file is damaged or unfolds to too much. */
export function unpackLog(packed: AsyncIterable<Uint8Array>, note: Notice): AsyncIterable<Piece> {
  const bounds = new Bounds();
  return unfold(bounds.count(packed), { bounds, note, depth: 0 });
}

interface Unfolding {
  readonly bounds: Bounds;
  readonly note: Notice;
  readonly depth: number;
}

class Bounds {
  #packed = 0;
  #unfolded = 0;

  async *count(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const bytes of packed) {
      this.#packed += bytes.length;
      yield bytes;
    }
  }

  /** Whether so much more is too much. */
  exceed(unfolded: number): boolean {
    this.#unfolded += unfolded;
    return this.#unfolded > alwaysAllowed && this.#unfolded > this.#packed * mostUnfolding;
  }
}

async function* unfold(portions: AsyncIterable<Uint8Array>, unfolding: Unfolding): AsyncIterable<Piece> {
  const octets = new OctetQueue(portions);
  const packing = unfolding.depth >= deepest ? "plain" : recognisePacking(await octets.peek(tellingStart));
  const bytes = octets.takeAll();
  const inner = { ...unfolding, depth: unfolding.depth + 1 };
  if (packing === "gzip") yield* unfold(readGzip(bytes, unfolding), inner);
  else if (packing === "zip") yield* unfoldEntries(readZip(bytes, unfolding), inner);
  else if (packing === "tar")
    yield* unfoldEntries(
      readTar(bytes, () => unfolding.note("cut")),
      inner,
    );
  else if (packing === "utf-16") yield* readUtf16(bytes);
  else for await (const each of bytes) yield { entry: null, bytes: each };
}

async function* unfoldEntries(pieces: AsyncIterable<Piece>, inner: Unfolding): AsyncIterable<Piece> {
  for await (const { entry, bytes } of splitEntries(pieces)) {
    for await (const piece of unfold(bytes, inner)) {
      const names = [entry, piece.entry].filter((name) => name !== null);
      yield { entry: names.map(showName).join("/"), bytes: piece.bytes };
    }
  }
}

/** Whoever packs an archive names its files: nothing in a name moves a cursor or hides another. */
function showName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\u{fffd}");
}

async function* readGzip(packed: AsyncIterable<Uint8Array>, { bounds, note }: Unfolding): AsyncIterable<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false, highWaterMark: 64 * 1024 });
  const unpacked = createGunzip({ chunkSize: portion });
  source.once("error", (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  try {
    for await (const bytes of unpacked as AsyncIterable<Uint8Array>) {
      yield bytes;
      if (bounds.exceed(bytes.length)) {
        note("bomb");
        return;
      }
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !code.startsWith("Z_")) throw error;
    note(code === "Z_BUF_ERROR" ? "cut" : "damaged");
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

/** All files of the archive, one after the other. */
async function* readZip(packed: AsyncIterable<Uint8Array>, { bounds, note }: Unfolding): AsyncIterable<Piece> {
  const ready: Piece[] = [];
  let failed = false;
  let inFile = false;
  const unzip = new Unzip((file) => {
    const entry = readZipName(file.name);
    file.ondata = (error, bytes, final) => {
      failed ||= error !== null;
      inFile = !final;
      if (error === null) ready.push({ entry, bytes });
    };
    if (!file.name.endsWith("/")) file.start();
  });
  unzip.register(UnzipInflate);
  for await (const bytes of packed) {
    try {
      unzip.push(bytes);
    } catch {
      failed = true;
    }
    let isBomb = false;
    for (const piece of ready.splice(0)) {
      yield piece;
      isBomb = bounds.exceed(piece.bytes.length) || isBomb;
    }
    if (failed || isBomb) {
      note(failed ? "damaged" : "bomb");
      return;
    }
  }
  if (inFile) note("cut");
}

/** Windows in China packs names in GB18030 and says nothing of it: they come here an octet a character. */
function readZipName(name: string): string {
  if (!/[\x80-\xff]/.test(name) || /[^\x00-\xff]/.test(name)) return name;
  try {
    return new TextDecoder("gb18030", { fatal: true }).decode(Buffer.from(name, "latin1"));
  } catch {
    return name;
  }
}

/** As Windows' Notepad and shells write "Unicode"; the mark before it says which octet of a character comes first. */
async function* readUtf16(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Piece> {
  const octets = new OctetQueue(bytes);
  const [first] = await octets.take(2);
  const decoder = new TextDecoder(first === 0xfe ? "utf-16be" : "utf-16le");
  for await (const each of octets.takeAll())
    yield { entry: null, bytes: Buffer.from(decoder.decode(each, { stream: true })) };
}
