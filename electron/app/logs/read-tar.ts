// A tar archive, as terminals' own tar makes it (POSIX 1003.1 "ustar Interchange Format" and "pax Header Block"; GNU tar's long
// names) -> its files one after the other. Links, folders and devices are passed over.
//
//   header, 512 octets | contents, filled up to 512 | header | contents ... | 1024 zeros
import { LineText } from "../../core/logs/text/line-text.ts";
import { OctetQueue } from "./octet-queue.ts";
import type { Piece } from "./piece.ts";

const block = 512;
/** Of a long name: more than any system allows. */
const longestName = 64 * 1024;

interface Header {
  readonly name: string;
  readonly kind: string;
  readonly size: number;
}

/** `start`: at least the first 512 octets, where the file has so many. */
export function isTar(start: Uint8Array): boolean {
  return readHeader(start) !== null;
}

export async function* readTar(portions: AsyncIterable<Uint8Array>, onCut: () => void): AsyncIterable<Piece> {
  const octets = new OctetQueue(portions);
  let longName: string | null = null;
  try {
    for (;;) {
      const header = readHeader(await octets.take(block));
      // Zeros, or nothing any more.
      if (header === null) return;
      const { name, kind, size } = header;
      if ((kind === "L" || kind === "x") && size <= longestName) {
        const about = await octets.take(size);
        longName = kind === "L" ? readName(about) : (findPath(about) ?? longName);
        await skip(octets, fillUp(size));
        continue;
      }
      let left = size;
      while (left > 0) {
        const bytes = await octets.takeSome(left);
        if (bytes.length === 0) {
          onCut();
          return;
        }
        left -= bytes.length;
        if (isFile(kind)) yield { entry: longName ?? name, bytes };
      }
      longName = null;
      await skip(octets, fillUp(size));
    }
  } finally {
    await octets.close();
  }
}

async function skip(octets: OctetQueue, count: number): Promise<void> {
  await octets.take(count);
}

const fillUp = (size: number): number => (block - (size % block)) % block;
const isFile = (kind: string): boolean => kind === "0" || kind === "\0" || kind === "7";

/** Null where the checksum says that it is no header. */
function readHeader(bytes: Uint8Array): Header | null {
  if (bytes.length < block) return null;
  const header = bytes.subarray(0, block);
  const sum = header.reduce((all, each, at) => all + (at >= 148 && at < 156 ? 0x20 : each), 0);
  const size = readNumber(header.subarray(124, 136));
  if (sum !== readNumber(header.subarray(148, 156)) || header[0] === 0 || Number.isNaN(size)) return null;
  const prefix = readText(header.subarray(257, 263)) === "ustar" ? readName(header.subarray(345, 500)) : "";
  const name = readName(header.subarray(0, 100));
  return { name: prefix === "" ? name : `${prefix}/${name}`, kind: String.fromCharCode(header[156] ?? 0), size };
}

/** Octal digits; beyond 8 GiB, GNU tar writes the number itself with its first bit set. */
function readNumber(field: Uint8Array): number {
  if ((field[0] ?? 0) >= 0x80) return field.subarray(-6).reduce((all, each) => all * 256 + each, 0);
  const digits = readText(field).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : Number.NaN;
}

function readText(field: Uint8Array): string {
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString("latin1");
}

/** Records of a pax header: `LENGTH KEY=VALUE` and a line end, which a value may hold too; the length counts all of it. */
function findPath(records: Uint8Array): string | null {
  for (let from = 0; from < records.length; ) {
    const start = readText(records.subarray(from, from + 24));
    const [, length, key] = /^(\d{1,9}) ([^=]+)=/.exec(start) ?? [];
    if (length === undefined || key === undefined) return null;
    const end = from + Number(length);
    if (key === "path") return readName(records.subarray(from + length.length + 1 + key.length + 1, end - 1));
    if (end <= from) return null;
    from = end;
  }
  return null;
}

/** UTF-8, or GB18030 as terminals made for China have it. */
function readName(field: Uint8Array): string {
  const end = field.indexOf(0);
  return new LineText().read(end < 0 ? field : field.subarray(0, end));
}
