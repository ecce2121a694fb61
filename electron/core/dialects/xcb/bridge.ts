// The bridge's services as questions and answers. What only reads is asked again after damage on the line, at most three
// times, each time after a new greeting: the protocol itself repeats nothing.
import { textToBinary } from "../../bytes/binary-text.ts";
import { type FailureCode, makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { LogFollowing } from "../dialect.ts";
import type { Terms } from "../bell.ts";
import type { FileEntry, Progress } from "../file-access.ts";
import type { XcbLink } from "./link.ts";
import { LineCutter } from "../line-cutter.ts";
import { printLogArguments } from "./log-arguments.ts";
import type { Service } from "./services.ts";
import type { XcbStream } from "./stream.ts";
import { SyncChannel } from "./sync.ts";

const tries = 3;
/** What a line does that loses or spoils bytes; a greeting may fall to it as well. */
const damage: readonly FailureCode[] = ["frame-corrupt", "timed-out", "no-answer"];
/** Bytes; more than any terminal has to say about itself. */
const longestDocument = 256 * 1024;
/** Milliseconds; a terminal writes what it has at once. */
const logRest = 700;
/** Milliseconds in which a terminal that restarts may still say so. */
const rebootRest = 1500;
/** Where a file waits until it is installed. The vendor's client puts it there as well. */
const waitingFolder = "/tmp";

export class Bridge {
  readonly #link: XcbLink;

  constructor(link: XcbLink) {
    this.#link = link;
  }

  deviceInfo(terms: Terms): Promise<Result<string>> {
    return this.#askAgain(() =>
      this.#with("devinfo", terms, async (stream) => {
        const parts: string[] = [];
        let size = 0;
        for (;;) {
          const piece = await stream.read(terms);
          if (!piece.ok) return piece;
          if (piece.value === null) return succeed(parts.join(""));
          size += piece.value.length;
          if (size > longestDocument) return fail(makeFailure("answer-unreadable", { step: terms.step }));
          parts.push(piece.value);
        }
      }),
    );
  }

  stat(path: string, terms: Terms): Promise<Result<FileEntry | null>> {
    return this.#read(path, terms, (channel, name) => channel.stat(name));
  }

  list(path: string, terms: Terms): Promise<Result<readonly FileEntry[]>> {
    return this.#read(path, terms, (channel, name) => channel.list(name));
  }

  /** A file, one character per byte. */
  pull(path: string, terms: Terms, onProgress: (progress: Progress) => void): Promise<Result<string>> {
    return this.#read(path, terms, async (channel, name) => {
      const entry = await channel.stat(name);
      if (!entry.ok) return entry;
      return channel.receive(name, entry.value?.size ?? null, onProgress);
    });
  }

  /** Puts a file there. Not asked again by itself: half of it may have arrived. */
  async push(
    target: { readonly path: string; readonly mode: number; readonly modified: number; readonly content: string },
    terms: Terms,
    onProgress: (progress: Progress) => void,
  ): Promise<Result<null>> {
    const path = encodePath(target.path);
    if (!path.ok) return path;
    return this.#withFiles(terms, async (channel) => {
      const sent = await channel.send({ ...target, path: path.value }, target.content, onProgress);
      if (sent.ok) await channel.quit();
      return sent;
    });
  }

  /** Hands a file to an application: put beside, then installed under its own name. */
  async installData(
    data: { readonly application: string; readonly name: string; readonly content: string; readonly modified: number },
    terms: Terms,
    onProgress: (progress: Progress) => void = () => undefined,
  ): Promise<Result<null>> {
    const path = `${waitingFolder}/${data.name}`;
    const before = await this.stat(path, terms);
    if (!before.ok) return before;
    const { content, modified } = data;
    const sent = await this.push({ path, mode: 0o644, modified, content }, terms, onProgress);
    if (!sent.ok) return sent;
    return this.#withFiles(terms, async (channel) => {
      const installed = await channel.command(["appdata", data.application, textToBinary(path)]);
      if (installed.ok) await channel.quit();
      return installed;
    });
  }

  /** The lines that come until the terminal rests; the last `count` of them. */
  async readLog(count: number, terms: Terms): Promise<Result<readonly string[]>> {
    const lines: string[] = [];
    const cutter = new LineCutter();
    return this.#with("logcat", terms, async (stream) => {
      const asked = await stream.write(" ", terms);
      if (!asked.ok) return asked;
      for (;;) {
        const piece = await stream.read({ ...terms, within: lines.length === 0 ? terms.within : logRest });
        // Silence is how a log that goes on says that this was all so far.
        if (!piece.ok && piece.failure.code !== "timed-out") return piece;
        if (!piece.ok || piece.value === null) return succeed([...lines, ...cutter.end()].slice(-count));
        lines.push(...cutter.push(piece.value));
        if (lines.length > count * 2) lines.splice(0, lines.length - count);
      }
    });
  }

  async followLog({ filters, onLines }: LogFollowing, terms: Terms): Promise<Result<null>> {
    const words = printLogArguments(filters);
    if (!words.ok) return words;
    const cutter = new LineCutter();
    return this.#with("logcat", terms, async (stream) => {
      const asked = await stream.write(words.value, terms);
      if (!asked.ok) return asked;
      for (;;) {
        const piece = await stream.read(terms);
        if (!piece.ok) {
          if (piece.failure.code === "timed-out") continue;
          return piece;
        }
        const lines = piece.value === null ? cutter.end() : cutter.push(piece.value);
        // Until these are taken, nothing more is: the terminal waits, and no line is lost.
        if (lines.length > 0) await onLines(lines, 0);
        if (piece.value === null) return succeed(null);
      }
    });
  }

  /** The terminal may go down before it says that it will. */
  async reboot(terms: Terms): Promise<Result<null>> {
    return this.#with("reboot", terms, async (stream) => {
      await stream.read({ ...terms, within: rebootRest });
      return succeed(null);
    });
  }

  #read<Value>(
    path: string,
    terms: Terms,
    job: (channel: SyncChannel, path: string) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const encoded = encodePath(path);
    if (!encoded.ok) return Promise.resolve(encoded);
    return this.#askAgain(() =>
      this.#withFiles(terms, async (channel) => {
        const answer = await job(channel, encoded.value);
        if (answer.ok) await channel.quit();
        return answer;
      }),
    );
  }

  #withFiles<Value>(terms: Terms, job: (channel: SyncChannel) => Promise<Result<Value>>): Promise<Result<Value>> {
    return this.#with("installer", terms, (stream) => job(new SyncChannel(stream, terms)));
  }

  async #with<Value>(
    service: Service,
    terms: Terms,
    job: (stream: XcbStream) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    if (!this.#link.isUp) {
      const up = await this.#link.connect(terms);
      if (!up.ok) return up;
    }
    const stream = await this.#link.open(service, terms);
    if (!stream.ok) return stream;
    try {
      return await job(stream.value);
    } finally {
      await stream.value.close();
    }
  }

  async #askAgain<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>> {
    for (let time = 1; ; time++) {
      const answer = await ask();
      if (answer.ok || !damage.includes(answer.failure.code)) return answer;
      if (time === tries) {
        return answer.failure.code === "no-answer" ? answer : fail(makeFailure("frame-corrupt", { tries }));
      }
      this.#link.startOver();
    }
  }
}

/** A path on the terminal as it goes on the line. A comma would end it, and what `SEND` names behind it is the mode. */
function encodePath(path: string): Result<string> {
  const found = /[\p{Cc}\u2028\u2029,]/u.exec(path)?.[0];
  if (found === undefined && path.length > 0 && path.length <= 1000) return succeed(textToBinary(path));
  const character = found === undefined ? String(path.length) : JSON.stringify(found);
  return fail(makeFailure("value-refused", { field: "path", character }));
}
