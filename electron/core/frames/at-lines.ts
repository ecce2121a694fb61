// What a modem says, line by line: <CR><LF>text<CR><LF> with verbose answers, text<CR><LF> from others, an echo that ends
// in <CR> alone (ITU-T V.250 5.7.1). Empty lines mean nothing. A line that never ends is cut off and reported.
import type { FrameFault, Framer } from "./framer.ts";

export interface AtLine {
  readonly kind: "line";
  /** Without its end; NUL bytes, which a modem that wakes up sends, are left out. */
  readonly text: string;
}

/** Longer than any answer that is asked for: a neighbour list takes some hundred characters. */
const atLineLimit = 4096;

export class AtLineFramer implements Framer<AtLine> {
  #text = "";
  /** The rest of a line that was too long is not a line. */
  #isSkipping = false;

  /** Characters that wait for the end of their line. */
  get pending(): number {
    return this.#text.length;
  }

  push(binary: string): readonly (AtLine | FrameFault)[] {
    const frames: (AtLine | FrameFault)[] = [];
    const pieces = (this.#text + binary.replaceAll("\0", "")).split(/[\r\n]/);
    this.#text = pieces.pop() ?? "";
    for (const piece of pieces) {
      if (this.#isSkipping) this.#isSkipping = false;
      else if (piece.length > atLineLimit) frames.push({ kind: "fault", reason: "overflow" });
      else if (piece.trim() !== "") frames.push({ kind: "line", text: piece.trim() });
    }
    if (this.#text.length > atLineLimit) {
      this.#text = "";
      if (!this.#isSkipping) frames.push({ kind: "fault", reason: "overflow" });
      this.#isSkipping = true;
    }
    return frames;
  }
}
