// The checksum that the POSIX utility `cksum` prints: CRC-32, polynomial 0x04C11DB7, most significant bit first,
// over the octets and then the octets of the length, complemented (IEEE Std 1003.1, cksum).

const table = makeTable();

/** The CRC as an unsigned 32-bit number. */
export function posixCksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = step(crc, byte);
  for (let length = bytes.length; length > 0; length = Math.floor(length / 256)) crc = step(crc, length & 0xff);
  return ~crc >>> 0;
}

function step(crc: number, byte: number): number {
  return ((crc << 8) ^ (table[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
}

function makeTable(): readonly number[] {
  return Array.from({ length: 256 }, (_, index) => {
    let value = (index << 24) >>> 0;
    for (let bit = 0; bit < 8; bit++)
      value = value & 0x80000000 ? ((value << 1) ^ 0x04c11db7) >>> 0 : (value << 1) >>> 0;
    return value;
  });
}
