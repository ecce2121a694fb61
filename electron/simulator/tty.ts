// The line discipline of the kernel between the wire and the shell, as far as a host on the other end can tell.
//
//   wire --receive--> [ CR->NL, echo, erase, ^C ^U ^D, lines ] --read--> shell
//   wire <---emit---- [ NL->CR NL, ^S ^Q                     ] <--write- shell, kernel
//
// Canonical input: a line is 4095 bytes at most, what is typed beyond that is dropped (n_tty), and ^C throws away
// whatever was typed ahead.
import { hasFlag, saneTty, type TtySettings } from "./tty-settings.ts";

export type TtyRead =
  | { readonly kind: "line"; readonly bytes: Uint8Array }
  | { readonly kind: "end" }
  | { readonly kind: "interrupt" };

const longestLine = 4095;
const key = {
  interrupt: 3,
  end: 4,
  back: 8,
  tab: 9,
  newline: 10,
  carriage: 13,
  start: 17,
  stop: 19,
  kill: 21,
  word: 23,
  suspend: 26,
  quit: 28,
  delete: 127,
} as const;
const encoder = new TextEncoder();

export class Tty {
  settings: TtySettings = saneTty;
  readonly #emit: (bytes: Uint8Array) => void;
  #line: number[] = [];
  #ready: TtyRead[] = [];
  #reader: ((read: TtyRead) => void) | null = null;
  #stopped: Uint8Array[] | null = null;
  readonly #waiting: (() => void)[] = [];
  readonly #onInterrupt = new Set<() => void>();

  constructor(emit: (bytes: Uint8Array) => void) {
    this.#emit = emit;
  }

  /** Bytes that arrive from the wire. */
  receive(bytes: Uint8Array): void {
    for (const byte of bytes) this.#receiveByte(byte);
  }

  /** Text of a program or the kernel, on its way to the wire. */
  write(text: string | Uint8Array): void {
    const bytes = typeof text === "string" ? encoder.encode(text) : text;
    if (bytes.length === 0) return;
    const processed =
      hasFlag(this.settings, "opost") && hasFlag(this.settings, "onlcr") ? addCarriageReturns(bytes) : bytes;
    if (this.#stopped === null) this.#emit(processed);
    else this.#stopped.push(processed);
  }

  /** The next line, end of file or interrupt. One reader at a time: the foreground program. */
  read(): Promise<TtyRead> {
    const ready = this.#ready.shift();
    if (ready !== undefined) return Promise.resolve(ready);
    return new Promise((resolve) => {
      this.#reader = resolve;
      for (const tell of this.#waiting.splice(0)) tell();
    });
  }

  /** Resolves when a program waits for input: the terminal is at a prompt. */
  untilRead(): Promise<void> {
    if (this.#reader !== null) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  /** Hears ^C while nobody reads: a command is running. */
  onInterrupt(listener: () => void): () => void {
    this.#onInterrupt.add(listener);
    return () => this.#onInterrupt.delete(listener);
  }

  /** As after a restart: nothing typed, nobody reading, settings sane. */
  reset(): void {
    this.settings = saneTty;
    this.#line = [];
    this.#ready = [];
    this.#reader = null;
    this.#stopped = null;
    this.#onInterrupt.clear();
  }

  #receiveByte(received: number): void {
    let byte = received;
    if (byte === key.carriage) {
      if (hasFlag(this.settings, "igncr")) return;
      if (hasFlag(this.settings, "icrnl")) byte = key.newline;
    } else if (byte === key.newline && hasFlag(this.settings, "inlcr")) byte = key.carriage;
    if (this.#controlFlow(byte) || this.#signal(byte)) return;
    if (hasFlag(this.settings, "icanon")) this.#edit(byte);
    else this.#collect(byte);
  }

  #controlFlow(byte: number): boolean {
    if (!hasFlag(this.settings, "ixon") || (byte !== key.stop && byte !== key.start)) return false;
    if (byte === key.stop) this.#stopped ??= [];
    else {
      const held = this.#stopped ?? [];
      this.#stopped = null;
      for (const bytes of held) this.#emit(bytes);
    }
    return true;
  }

  #signal(byte: number): boolean {
    if (!hasFlag(this.settings, "isig")) return false;
    if (byte !== key.interrupt && byte !== key.quit && byte !== key.suspend) return false;
    this.#echo(byte);
    this.#line = [];
    this.#ready = [];
    if (byte === key.suspend) return true;
    if (this.#reader !== null) this.#deliver({ kind: "interrupt" });
    else this.#onInterrupt.forEach((listener) => listener());
    return true;
  }

  #edit(byte: number): void {
    if (byte === key.delete || byte === key.back) this.#erase(1);
    else if (byte === key.kill) this.#erase(this.#line.length);
    else if (byte === key.word) this.#erase(lastWordLength(this.#line));
    else if (byte === key.end && this.#line.length === 0) this.#deliver({ kind: "end" });
    else if (byte === key.end) this.#finishLine();
    else if (byte === key.newline) {
      this.#echo(byte);
      this.#finishLine(byte);
    } else this.#take(byte);
  }

  #take(byte: number): void {
    if (this.#line.length >= longestLine) return;
    this.#line.push(byte);
    this.#echo(byte);
  }

  #collect(byte: number): void {
    this.#line.push(byte);
    this.#echo(byte);
    if (byte === key.newline || byte === key.carriage || this.#line.length >= longestLine) this.#finishLine();
  }

  #erase(count: number): void {
    for (let left = Math.min(count, this.#line.length); left > 0; left -= 1) {
      const byte = this.#line.pop() ?? 0;
      // A control character was echoed as two: ^X.
      const width = byte < 32 && byte !== key.tab ? 2 : 1;
      if (hasFlag(this.settings, "echo")) this.write("\b \b".repeat(width));
    }
  }

  #finishLine(last?: number): void {
    const bytes = Uint8Array.from(last === undefined ? this.#line : [...this.#line, last]);
    this.#line = [];
    this.#deliver({ kind: "line", bytes });
  }

  #deliver(read: TtyRead): void {
    const reader = this.#reader;
    this.#reader = null;
    if (reader === null) this.#ready.push(read);
    else reader(read);
  }

  #echo(byte: number): void {
    if (!hasFlag(this.settings, "echo")) return;
    const plain = byte >= 32 || byte === key.newline || byte === key.tab;
    if (plain && byte !== key.delete) this.write(Uint8Array.of(byte));
    else this.write(`^${String.fromCharCode(byte ^ 64)}`);
  }
}

function addCarriageReturns(bytes: Uint8Array): Uint8Array {
  let newlines = 0;
  for (const byte of bytes) if (byte === key.newline) newlines += 1;
  if (newlines === 0) return bytes;
  const result = new Uint8Array(bytes.length + newlines);
  let at = 0;
  for (const byte of bytes) {
    if (byte === key.newline) result[at++] = key.carriage;
    result[at++] = byte;
  }
  return result;
}

function lastWordLength(line: readonly number[]): number {
  const text = String.fromCharCode(...line);
  return text.length - text.replace(/\S+\s*$/, "").length;
}
