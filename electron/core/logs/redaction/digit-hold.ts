/**
 * The last gate before a screen: a run of digits is shown up to its sixth, the others wait until the run has ended. So a
 * card number that comes digit by digit, as a console echoes it, is never shown whole. Escape sequences, blanks, dashes,
 * backspaces and what is masked already do not end a run.
 */
import { findCardNumbers } from "../redact-card-numbers.ts";

/** First six digits may be shown (PCI DSS 4, 3.4.1). */
const shown = 6;
/** A run that is longer is a flood of digits; it is masked as it comes. */
const longest = 512;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const tokens = /\x1b(?:\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|[^[])|[^]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: backspaces are among them
const bridges = /^(?:\x1b[^]*|[ \t\u00a0.\x08\x7f-])$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const halfEscape = /\x1b(?:\[[\x30-\x3f]{0,24}[\x20-\x2f]{0,4})?$/;

export class DigitHold {
  /** The run as a person reads it: without escape sequences, backspaces applied. */
  #run = "";
  #digits = 0;
  /** What waits, as it came. */
  #held = "";
  /** The beginning of an escape sequence. */
  #half = "";

  push(text: string): string {
    const whole = this.#half + text;
    this.#half = halfEscape.exec(whole)?.[0] ?? "";
    let out = "";
    for (const [token] of whole.slice(0, whole.length - this.#half.length).matchAll(tokens)) out += this.#take(token);
    return out;
  }

  /** The text has ended: what waits is shown, or masked. */
  end(): string {
    const half = this.#half;
    this.#half = "";
    return this.#endRun() + half;
  }

  #endRun(): string {
    const held = this.#held;
    const isSecret = this.#digits > longest || /\d{6}\D*\*/.test(this.#run) || findCardNumbers(this.#run).length > 0;
    this.#run = "";
    this.#digits = 0;
    this.#held = "";
    return isSecret ? held.replace(/\d/g, "*") : held;
  }

  #take(token: string): string {
    const isDigit = /^[\d*]$/.test(token);
    if (!isDigit && (this.#run === "" || !bridges.test(token))) return this.#endRun() + token;
    if (token === "\b" || token === "\x7f") {
      this.#digits -= /[\d*]$/.test(this.#run) ? 1 : 0;
      this.#run = this.#run.slice(0, -1);
    } else if (!token.startsWith("\x1b")) this.#run += token;
    if (isDigit) this.#digits += 1;
    if (this.#held === "" && (this.#digits <= shown || !isDigit)) return token;
    this.#held += token;
    if (this.#digits <= longest) return "";
    const masked = this.#held.replace(/\d/g, "*");
    this.#held = "";
    return masked;
  }
}
