// Pieces of a log, one character per byte, to whole lines as text.
import { binaryToText } from "../bytes/binary-text.ts";

/** More than a line of any logger; longer ones are cut, so that one line cannot fill the memory. */
const longestLine = 2000;

/** Pieces of any size to whole lines. */
export class LineCutter {
  #rest = "";

  push(piece: string): readonly string[] {
    const lines = (this.#rest + piece).split("\n");
    // One more than a line may have, so that it is seen to be cut.
    this.#rest = (lines.pop() ?? "").slice(0, longestLine + 1);
    return lines.map(printLine);
  }

  /** What stands behind the last line end. */
  end(): readonly string[] {
    const rest = this.#rest;
    this.#rest = "";
    return rest === "" ? [] : [printLine(rest)];
  }
}

function printLine(raw: string): string {
  const line = raw.replace(/[\r\0]+$/, "");
  // Half a card number could not be recognised: what is cut ends in front of a word.
  return binaryToText(line.length > longestLine ? line.slice(0, longestLine).replace(/[^ ]*$/, "") : line);
}
