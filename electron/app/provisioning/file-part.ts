// A file that is made here, handed over in parts that a link can carry.

export interface FilePart {
  readonly name: string;
  readonly base64: string;
  /** Octets of the whole. */
  readonly size: number;
  readonly isLast: boolean;
}

/** Octets; a multiple of three, so that parts could be joined as they are. */
const longestPart = 384 * 1024;

export function cutPart(name: string, octets: Uint8Array, offset: number): FilePart {
  const part = octets.subarray(offset, offset + longestPart);
  const base64 = Buffer.from(part.buffer, part.byteOffset, part.length).toString("base64");
  return { name, base64, size: octets.length, isLast: offset + longestPart >= octets.length };
}
