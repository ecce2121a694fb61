// What a UART reads when the other side sends at another rate: it waits for a falling edge, then looks at the line in the
// middle of each bit as long as its own bits are.
//
//   line  ‾‾\__0__/‾1‾\_0_ ... ‾stop‾\__start__      8 data bits, least significant first, no parity, one stop bit
//   reads    ^start  ^d0  ^d1 ...  ^stop             a stop bit that is low is a framing error

export interface ReadByte {
  readonly byte: number;
  readonly isFramed: boolean;
}

const bitsPerByte = 10;

/** `sentAt` and `readAt` in bits a second. The bytes follow each other without a rest; before and after them the line idles. */
export function readAtRate(bytes: Uint8Array, sentAt: number, readAt: number): readonly ReadByte[] {
  const sentBits = bytes.length * bitsPerByte;
  const isHigh = (place: number): boolean => {
    if (place < 0 || place >= sentBits) return true;
    const bit = place % bitsPerByte;
    if (bit === 0 || bit === bitsPerByte - 1) return bit !== 0;
    return (((bytes[Math.floor(place / bitsPerByte)] ?? 0) >> (bit - 1)) & 1) === 1;
  };
  // Time is measured in bits of the sender; `step` is one bit of the reader.
  const step = sentAt / readAt;
  const isHighAt = (time: number): boolean => isHigh(Math.floor(time));
  const read: ReadByte[] = [];
  let time = 0;
  for (;;) {
    const start = findFallingEdge(isHigh, time, sentBits);
    if (start === null) return read;
    if (isHighAt(start + step / 2)) {
      time = start + step / 2;
      continue;
    }
    let byte = 0;
    for (let bit = 0; bit < 8; bit++) if (isHighAt(start + step * (bit + 1.5))) byte |= 1 << bit;
    const isFramed = isHighAt(start + step * 9.5);
    read.push({ byte, isFramed });
    time = start + step * 9.5;
  }
}

function findFallingEdge(isHigh: (place: number) => boolean, from: number, end: number): number | null {
  let place = Math.floor(from);
  // The first byte begins at 0, behind an idle line.
  if (from === 0 && !isHigh(0)) return 0;
  while (place < end && !isHigh(place)) place++;
  while (place < end && isHigh(place)) place++;
  return place < end ? place : null;
}
