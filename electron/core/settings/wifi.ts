/** A network's name has 1 to 32 octets (IEEE Std 802.11-2020 9.4.2.2); Chinese characters take three each. */
export const longestSsid = 32;

/** Octets of a text in UTF-8. */
export function countOctets(text: string): number {
  return new TextEncoder().encode(text).length;
}

export type PassphraseFault = "too-short" | "too-long" | "characters";

/** A WPA passphrase has 8 to 63 printable ASCII characters, or is a key of 64 hexadecimal digits (IEEE Std 802.11-2020 J.4). */
export function findPassphraseFault(text: string): PassphraseFault | null {
  if (/^[0-9a-f]{64}$/i.test(text)) {
    return null;
  }
  if (!/^[\u0020-\u007e]*$/.test(text)) {
    return "characters";
  }
  return text.length < 8 ? "too-short" : text.length > 63 ? "too-long" : null;
}
