// Names that a device or a driver wrote in GBK or UTF-8 and somebody read as Latin-1: `ÖÕ¶Ë` is 终端. Text that may be
// meant as it stands is left alone.

/** Both octets of a Chinese character of GB 2312. */
const hanzi = /^(?:[\xB0-\xF7][\xA1-\xFE])+$/;

/** Returns the text as it was meant, where that is certain. */
export function repairText(text: string): string {
  if (!/[\x80-\xFF]/.test(text) || /[^\x00-\xFF]/.test(text)) return text;
  const octets = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const asUtf8 = decode(octets, "utf-8");
  if (asUtf8 !== null && /[\u4e00-\u9fff]/.test(asUtf8)) return asUtf8;
  const foreign = text.match(/[\x80-\xFF]+/g) ?? [];
  // A single pair may be two accented letters.
  const isChinese = foreign.every((run) => hanzi.test(run)) && foreign.some((run) => run.length >= 4);
  return isChinese ? (decode(octets, "gb18030") ?? text) : text;
}

function decode(octets: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(octets);
  } catch {
    return null;
  }
}
