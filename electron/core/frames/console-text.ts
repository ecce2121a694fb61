// Raw console output -> plain text: CR LF to LF as it arrives, and, where a person's prompt is looked for, without
// ANSI escape sequences (colours, bracketed paste, cursor queries such as ESC[6n of BusyBox ash).
//
//   ESC [ ? 2 0 0 4 h   CSI ... final byte 0x40-0x7E      ESC ] ... BEL   OSC      ESC ( B   two- and three-byte forms
//
// Escape sequences stay in what is framed: a log line may hold some, and the checksum was made over them.

/** Turns CR LF into LF across chunk boundaries: a CR at the end of a chunk waits for the next one. */
export class LineEnds {
  #waiting = "";

  push(binary: string): string {
    const text = this.#waiting + binary;
    this.#waiting = text.endsWith("\r") ? "\r" : "";
    return (this.#waiting ? text.slice(0, -1) : text).replace(/\r\n/g, "\n");
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of control characters
const sequence = /\x1b(?:\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]+[0-~]|[0-Z\\^-~])/g;

/** The text without escape sequences, bells and lone carriage returns. */
export function stripEscapes(text: string): string {
  return text.replace(sequence, "").replace(/[\r\x07\0]/g, "");
}
