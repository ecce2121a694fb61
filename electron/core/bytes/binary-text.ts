// Between bytes and text. Framing needs regular expressions over raw bytes, so a "binary string" holds one
// byte per character (U+0000 to U+00FF); it becomes real text only after its checksum was verified.

const chunk = 8192;

export function bytesToBinary(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk) {
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return text;
}

export function binaryToBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}

/** Bytes that are not UTF-8 become U+FFFD; a byte order mark stays, because files are compared byte for byte. */
export function binaryToText(binary: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(binaryToBytes(binary));
}

export function textToBinary(text: string): string {
  return bytesToBinary(new TextEncoder().encode(text));
}
