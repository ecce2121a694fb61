// A log that cannot be read where it is (packed, or sent by a browser) -> a file of its masked lines: what a terminal logged
// never lies on this disk as it came.
import { type FileHandle, open } from "node:fs/promises";
import { Redactor } from "../../core/logs/redaction/redactor.ts";
import { LineText } from "../../core/logs/text/line-text.ts";
import { splitWholeLines } from "./whole-lines.ts";

/** For the person's eyes only, and more than any log of a terminal. */
const mostBytes = 16 * 1024 ** 3;

export type CopyNote = "line-cut" | "too-large";

export async function copyMasked(
  portions: AsyncIterable<Uint8Array>,
  path: string,
  note: (what: CopyNote) => void,
): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await write(portions, file, note);
  } finally {
    await file.close();
  }
}

async function write(
  portions: AsyncIterable<Uint8Array>,
  file: FileHandle,
  note: (what: CopyNote) => void,
): Promise<void> {
  const redactor = new Redactor();
  const text = new LineText();
  let written = 0;
  const put = async (lines: readonly string[]): Promise<void> => {
    if (lines.length > 0) written += (await file.write(Buffer.from(`${lines.join("\n")}\n`))).bytesWritten;
  };
  for await (const { bytes, cut } of splitWholeLines(portions)) {
    if (cut > 0) note("line-cut");
    await put(maskBlock(bytes, redactor, text));
    if (written > mostBytes) {
      note("too-large");
      return;
    }
  }
  await put(redactor.end());
}

function maskBlock(bytes: Uint8Array, redactor: Redactor, text: LineText): readonly string[] {
  const masked: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    const line = text.read(bytes.subarray(from, to > from && bytes[to - 1] === 13 ? to - 1 : to));
    for (const each of redactor.push(line)) masked.push(each);
    from = to + 1;
  }
  return masked;
}
