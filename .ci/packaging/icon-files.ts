// Pictures of several sizes in one file, as Windows (.ico) and macOS (.icns) want them. Both hold PNG files as they are.

export interface Picture {
  /** Pixels, of both sides. */
  readonly size: number;
  readonly png: Uint8Array;
}

/** ICO: a head, one entry of 16 octets for each picture, then the pictures. 256 pixels are written as 0. */
export function makeIco(pictures: readonly Picture[]): Uint8Array {
  const entries = Buffer.alloc(6 + 16 * pictures.length);
  entries.writeUInt16LE(1, 2);
  entries.writeUInt16LE(pictures.length, 4);
  let offset = entries.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    entries.writeUInt8(size % 256, entry);
    entries.writeUInt8(size % 256, entry + 1);
    entries.writeUInt16LE(1, entry + 4);
    entries.writeUInt16LE(32, entry + 6);
    entries.writeUInt32LE(png.length, entry + 8);
    entries.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([entries, ...pictures.map(({ png }) => png)]);
}

/** The kinds of an .icns file that hold a PNG, by the picture's pixels; the second is for screens of double density. */
const icnsKinds: Readonly<Record<number, readonly string[]>> = {
  16: ["icp4"],
  32: ["icp5", "ic11"],
  64: ["ic12"],
  128: ["ic07"],
  256: ["ic08", "ic13"],
  512: ["ic09", "ic14"],
  1024: ["ic10"],
};

/** ICNS: the word `icns`, the length of all, then kind, length and PNG of each; lengths count their own eight octets. */
export function makeIcns(pictures: readonly Picture[]): Uint8Array {
  const parts = pictures.flatMap(({ size, png }) => (icnsKinds[size] ?? []).map((kind) => writePart(kind, png)));
  return writePart("icns", Buffer.concat(parts));
}

function writePart(kind: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, "latin1");
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}
