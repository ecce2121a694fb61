// The file service `installer:`: ADB's sync protocol, and one addition of XCB's own.
//
//   STAT length path          <-- STAT mode size time                       mode 0: there is no such file
//   LIST length path          <-- DENT mode size time length name ...       until DONE and four words of nothing
//   RECV length path          <-- DATA length bytes ...                     until DONE and a word of nothing
//   SEND length "path,mode"  DATA length bytes ...  DONE time   <-- OKAY 0 | FAIL length text
//   CMD_ length words                                           <-- OKAY 0 | FAIL length text
//   QUIT 0                                                      nothing comes back, the terminal closes the stream
//
// Words are little-endian; those of CMD are separated by NUL and end in an empty one. A refusal may stand in place of
// any answer. As the vendor's client 1.0.26 sends it: tests/corpus/xcb/vendor-client.
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { printWord, readWord } from "../../frames/adb-message.ts";
import type { Terms } from "../bell.ts";
import type { FileEntry, Progress } from "../file-access.ts";
import type { XcbStream } from "./stream.ts";

/** Bytes: what one DATA record may hold, a path, a refusal's text, and a file that is worth reading over such a line. */
const recordLimit = 64 * 1024;
const nameLimit = 1024;
const textLimit = 4096;
const fileLimit = 64 * 1024 * 1024;
const listLimit = 10_000;

export class SyncChannel {
  readonly #stream: XcbStream;
  readonly #terms: Terms;
  #text = "";

  constructor(stream: XcbStream, terms: Terms) {
    this.#stream = stream;
    this.#terms = terms;
  }

  /** Null when there is no such file. */
  async stat(path: string): Promise<Result<FileEntry | null>> {
    const answer = await this.#ask("STAT", path, "STAT");
    if (!answer.ok) return answer;
    const words = await this.#take(12);
    if (!words.ok) return words;
    const [mode, size, modified] = readWords(words.value, 3);
    return succeed(mode === 0 ? null : { name: path, mode: mode ?? 0, size: size ?? 0, modified: modified ?? 0 });
  }

  async list(path: string): Promise<Result<readonly FileEntry[]>> {
    const entries: FileEntry[] = [];
    let answer = await this.#ask("LIST", path, "DENT", "DONE");
    while (answer.ok && entries.length <= listLimit) {
      const words = await this.#take(16);
      if (!words.ok) return words;
      if (answer.value === "DONE") return succeed(entries);
      const [mode = 0, size = 0, modified = 0, length = 0] = readWords(words.value, 4);
      if (length > nameLimit) break;
      const name = await this.#take(length);
      if (!name.ok) return name;
      entries.push({ name: name.value, mode, size, modified });
      answer = await this.#takeId("DENT", "DONE");
    }
    return answer.ok ? fail(makeFailure("answer-unreadable", { step: "LIST" })) : answer;
  }

  /** The file, one character per byte. `total` is what `stat` said, for progress. */
  async receive(path: string, total: number | null, onProgress: (progress: Progress) => void): Promise<Result<string>> {
    const parts: string[] = [];
    let done = 0;
    let answer = await this.#ask("RECV", path, "DATA", "DONE");
    while (answer.ok && done <= fileLimit) {
      const length = await this.#take(4);
      if (!length.ok) return length;
      if (answer.value === "DONE") return succeed(parts.join(""));
      const size = readWord(length.value, 0);
      if (size > recordLimit) break;
      const data = await this.#take(size);
      if (!data.ok) return data;
      parts.push(data.value);
      done += size;
      onProgress({ done, total });
      answer = await this.#takeId("DATA", "DONE");
    }
    return answer.ok ? fail(makeFailure("answer-unreadable", { step: "RECV" })) : answer;
  }

  /** Makes or replaces a file. The mode is decimal in the request's text, as in every client. */
  async send(
    target: { readonly path: string; readonly mode: number; readonly modified: number },
    content: string,
    onProgress: (progress: Progress) => void,
  ): Promise<Result<null>> {
    const records: string[] = [];
    for (let at = 0; at < content.length; at += recordLimit) {
      const piece = content.slice(at, at + recordLimit);
      records.push(`DATA${printWord(piece.length)}${piece}`);
    }
    const opening = printRequest("SEND", `${target.path},${0o100_000 | target.mode}`);
    const text = opening + records.join("") + `DONE${printWord(target.modified)}`;
    const written = await this.#stream.write(text, this.#terms, (bytes) => {
      onProgress({ done: Math.min(content.length, Math.max(0, bytes - opening.length)), total: content.length });
    });
    if (!written.ok && written.failure.code !== "stream-closed") return written;
    // A terminal that refuses closes the stream in the middle: its reason is still to be read.
    return this.#takeVerdict("SEND");
  }

  async command(words: readonly string[]): Promise<Result<null>> {
    const text = [...words, "", ""].join("\0");
    const written = await this.#stream.write(printRequest("CMD ", text), this.#terms);
    return written.ok ? this.#takeVerdict("CMD") : written;
  }

  async quit(): Promise<void> {
    await this.#stream.write(`QUIT${printWord(0)}`, this.#terms);
    await this.#stream.close();
  }

  async #ask(id: string, path: string, ...answers: readonly string[]): Promise<Result<string>> {
    const written = await this.#stream.write(printRequest(id, path), this.#terms);
    return written.ok ? this.#takeId(...answers) : written;
  }

  async #takeVerdict(step: string): Promise<Result<null>> {
    const id = await this.#takeId("OKAY");
    if (!id.ok) return id;
    const rest = await this.#take(4);
    return rest.ok ? succeed(null) : fail(makeFailure("answer-unreadable", { step }));
  }

  /** The next record's name; a refusal becomes a failure with the terminal's own words. */
  async #takeId(...known: readonly string[]): Promise<Result<string>> {
    const id = await this.#take(4);
    if (!id.ok || known.includes(id.value)) return id;
    if (id.value !== "FAIL") return fail(makeFailure("answer-unreadable", { step: this.#terms.step }));
    const length = await this.#take(4);
    if (!length.ok) return length;
    const text = await this.#take(Math.min(readWord(length.value, 0), textLimit));
    const reason = text.ok ? text.value.replace(/\0+$/, "").replace(/[^\x20-\x7e]/g, "?") : "?";
    return fail(makeFailure("command-failed", { step: this.#terms.step, reason }));
  }

  async #take(length: number): Promise<Result<string>> {
    const parts = [this.#text];
    let size = this.#text.length;
    while (size < length) {
      const piece = await this.#stream.read(this.#terms);
      if (!piece.ok) return piece;
      if (piece.value === null) return fail(makeFailure("stream-closed", { step: this.#terms.step }));
      parts.push(piece.value);
      size += piece.value.length;
    }
    const text = parts.join("");
    this.#text = text.slice(length);
    return succeed(text.slice(0, length));
  }
}

function printRequest(id: string, text: string): string {
  return id + printWord(text.length) + text;
}

function readWords(text: string, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => readWord(text, index * 4));
}
