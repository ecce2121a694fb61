// Somebody answers whom no family knows: what was heard, for people and for the start of a description file. Card numbers,
// keys and the like are masked before anything else is made of it.
import { binaryToBytes } from "../core/bytes/binary-text.ts";
import type { LineSettings } from "../core/bytes/byte-port.ts";
import { startDescription } from "../core/dialects/text/start-description.ts";
import type { Failure } from "../core/failures/failure.ts";
import { redactLines } from "../core/logs/redaction/redact-lines.ts";

/** Bytes: enough for a greeting, a menu or a few frames. */
const mostBytes = 2048;
const mostDumped = 256;
const bytesInRow = 16;

/** `text`: everything heard, one character per byte. */
export interface HeardUnknown {
  readonly text: string;
  readonly line: LineSettings;
}

/** The failure, and in its details `hex` (as `hexdump -C` prints it) and `draft`, the start of a description file. */
export function describeUnknown(failure: Failure, heard: HeardUnknown): Failure {
  const text = redactLines(heard.text.slice(-mostBytes).split("\n")).lines.join("\n");
  const draft = startDescription({ text, line: heard.line });
  return { ...failure, details: { ...failure.details, hex: dumpBytes(text.slice(-mostDumped)), draft } };
}

function dumpBytes(binary: string): string {
  const rows: string[] = [];
  for (let at = 0; at < binary.length; at += bytesInRow) {
    const row = binary.slice(at, at + bytesInRow);
    const hex = Array.from(binaryToBytes(row), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const shown = row.replace(/[^ -~]/g, ".");
    rows.push(`${at.toString(16).padStart(4, "0")}  ${hex.padEnd(bytesInRow * 3 - 1)}  ${shown}`);
  }
  // A number that was not whole in a line of text may be in a row of bytes.
  return redactLines(rows).lines.join("\n");
}
