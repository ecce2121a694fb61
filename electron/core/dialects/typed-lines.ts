/**
 * What a person types at the raw console, as the lines that a terminal makes of it: backspace, Ctrl-U and Ctrl-W applied.
 * What shared code never sends is found here also where it was typed with corrections, and so are payment messages and tries
 * of a SIM card's PIN. A modem makes another line of it than a shell does: only CR ends it, and other control characters
 * than backspace count for nothing (V.250, 5.2.2).
 */
import { forbidden, pinTry, triesPin } from "./forbidden.ts";

/** ISO 8583 as text: message type 01xx to 08xx, then a bitmap of 16 hexadecimal digits. */
const paymentMessage = /(?:^|[^\dA-Fa-f])0[1-8]\d{2}[\dA-Fa-f]{16}/;
/** STX ... ETX, as cash registers frame their commands to a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const framed = /\x02[^\x03]+\x03/;
const longestLine = 4096;

export class TypedLines {
  #line = "";
  #modemLine = "";

  /** What is forbidden in it, as a failure names it; null: it may be sent, and counts as typed. */
  take(text: string): string | null {
    let line = this.#line;
    let modemLine = this.#modemLine;
    if (framed.test(text)) return "STX … ETX";
    for (const one of text) {
      if (one === "\r" || one === "\n" || one === "\x03" || one === "\x15") line = "";
      else if (one === "\b" || one === "\x7f") line = line.slice(0, -1);
      else if (one === "\x17") line = line.replace(/\S*\s*$/, "");
      else line = (line + one).slice(-longestLine);
      const found = forbidden.find((each) => line.includes(each));
      if (found !== undefined) return found;
      if (paymentMessage.test(line)) return "ISO 8583";
      modemLine = extend(modemLine, one);
      if (triesPin(modemLine)) return pinTry;
    }
    this.#line = line;
    this.#modemLine = modemLine;
    return null;
  }
}

/** The modem's line with one character more. */
function extend(line: string, one: string): string {
  if (one === "\r") return "";
  if (one === "\b" || one === "\x7f") return line.slice(0, -1);
  return one < " " ? line : (line + one).slice(-longestLine);
}
