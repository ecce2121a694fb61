// IPv4 addresses as unsigned 32-bit numbers, the way the kernel counts with them.

/** Four decimal parts; null for everything else. */
export function parseQuad(text: string): number | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let value = 0;
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return null;
    value = value * 256 + Number(part);
  }
  return value;
}

export function formatQuad(value: number): string {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join(".");
}

export function maskOf(prefixLength: number): number {
  return prefixLength === 0 ? 0 : (0xffffffff << (32 - prefixLength)) >>> 0;
}

export function networkOf(address: number, prefixLength: number): number {
  return (address & maskOf(prefixLength)) >>> 0;
}

export function broadcastOf(address: number, prefixLength: number): number {
  return (address | ~maskOf(prefixLength)) >>> 0;
}

/** A prefix length from `24` or `255.255.255.0`; null when the mask has holes. */
export function parsePrefixLength(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text) <= 32 ? Number(text) : null;
  const mask = parseQuad(text);
  if (mask === null) return null;
  const length = 32 - Math.log2((~mask >>> 0) + 1);
  return Number.isInteger(length) ? length : null;
}

export interface Prefix {
  readonly address: number;
  readonly prefixLength: number;
}

/** `ADDRESS`, `ADDRESS/LENGTH` or `ADDRESS/MASK`; without a length it is a single host. */
export function parsePrefix(text: string): Prefix | null {
  const [head = "", tail, ...rest] = text.split("/");
  if (rest.length > 0) return null;
  const address = parseQuad(head);
  const prefixLength = tail === undefined ? 32 : parsePrefixLength(tail);
  return address === null || prefixLength === null ? null : { address, prefixLength };
}
