// Two logs, or two days of one -> what kinds of messages one has more of than the other. A kind is a message without its
// numbers and without the terminal's name: `dhclient: DHCPREQUEST on eth# to #.#.#.# port #`; with the code that it quotes,
// because that is what makes 91 and 00 two things.
import { setImmediate as nextTurn } from "node:timers/promises";
import { redactLine } from "../../core/logs/redaction/redact-line.ts";
import { LineText } from "../../core/logs/text/line-text.ts";
import type { Output } from "../../contract/commands.ts";
import type { ComparedSide } from "../../contract/opened-logs.ts";
import type { LogSource } from "./log-source.ts";
import type { OpenedLog } from "./opened-log.ts";

export type Comparison = Output<"log.compare">;

const mostKinds = 20_000;
const mostShown = 500;
const longestKind = 120;
const longestRead = 400;
const mostMilliseconds = 15_000;
const stretch = 12;
const numbers = /0x[\da-f]+|(?<![a-z])[\da-f]*\d[\da-f]*/gi;
/** What stands before the program in most formats: date, time, zone. */
const head =
  /^(?:<\d+>)?(?:\d+ )?[[(]?(?:[A-Z][a-z]{2} [ \d]\d |\d{4}[-/]\d\d[-/]\d\d[T ]|\d\d-\d\d )?\d\d:\d\d:\d\d\S*\s*/;

/** In the formats of syslog, the terminal's name stands before the program. */
const host = /^\S+ (?=[^\s:[]+(?:\[\d+\])?:)/;
const withHost = ["syslog", "journal"];

interface Kind {
  count: [number, number];
  /** Of the first line of it, counted through all sources of its log. */
  readonly line: number;
}

interface Side {
  lines: number;
  first: number | null;
  last: number | null;
}

export interface SideToCompare {
  readonly log: OpenedLog;
  readonly side: ComparedSide;
}

export async function compareLogs(one: SideToCompare, other: SideToCompare, signal: AbortSignal): Promise<Comparison> {
  const counting = new Counting(signal);
  const sides = [await counting.count(one, 0), await counting.count(other, 1)] as const;
  const kinds = [...counting.kinds].map(([kind, { count, line }]) => ({ kind, one: count[0], other: count[1], line }));
  const different = kinds.filter((kind) => kind.one !== kind.other);
  different.sort((a, b) => Math.abs(b.one - b.other) - Math.abs(a.one - a.other) || a.kind.localeCompare(b.kind));
  return {
    one: sides[0],
    other: sides[1],
    kinds: different.slice(0, mostShown).map((kind) => ({ ...kind, kind: showKind(kind.kind) })),
    same: kinds.length - different.length,
    isCut: counting.isCut,
  };
}

class Counting {
  readonly kinds = new Map<string, Kind>();
  readonly #signal: AbortSignal;
  readonly #started = performance.now();
  #lastTurn = performance.now();
  isCut = false;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  async count({ log, side }: SideToCompare, place: 0 | 1): Promise<Side> {
    const found: Side = { lines: 0, first: null, last: null };
    const { bases } = log.lines;
    for (const [at, source] of log.sources.entries()) {
      if (side.source !== null && side.source !== at) continue;
      await this.#countSource({ source, base: bases[at] ?? 0 }, { side, place, found });
    }
    return found;
  }

  async #countSource(
    { source, base }: { readonly source: LogSource; readonly base: number },
    { side, place, found }: { readonly side: ComparedSide; readonly place: 0 | 1; readonly found: Side },
  ): Promise<void> {
    const { index, indexer } = source.log;
    const [format = ""] = indexer.formats;
    const cut = withHost.includes(format) ? host : null;
    let line = 0;
    let time = Number.NaN;
    for await (const { bytes, at } of source.log.readBlocks()) {
      const block = bytes.toString("latin1");
      for (; line < index.lines; line++) {
        const { from, to, time: own } = index.read(line);
        if (from >= at + block.length) break;
        if (!Number.isNaN(own)) time = own;
        if ((side.from !== null && !(time >= side.from)) || (side.to !== null && !(time <= side.to))) continue;
        found.lines++;
        if (!Number.isNaN(own)) found.first ??= own;
        if (!Number.isNaN(own)) found.last = own;
        const text = block.slice(from - at, Math.min(to - at, from - at + longestRead)).replace(head, "");
        const kind = (cut === null ? text : text.replace(cut, ""))
          .trimEnd()
          .replace(numbers, "#")
          .slice(0, longestKind);
        const code = indexer.meanings[index.meaningAt(line)]?.code ?? null;
        this.#add(code === null ? kind : `${kind} (${code})`, base + line, place);
        if ((line & 255) === 0) await this.#breathe();
      }
      if (this.isCut || this.#signal.aborted) return;
    }
  }

  #add(name: string, line: number, place: 0 | 1): void {
    const kind = this.kinds.get(name);
    if (kind !== undefined) kind.count[place]++;
    else if (this.kinds.size < mostKinds) this.kinds.set(name, { count: place === 0 ? [1, 0] : [0, 1], line });
    else this.isCut = true;
  }

  async #breathe(): Promise<void> {
    const now = performance.now();
    if (now - this.#started > mostMilliseconds) this.isCut = true;
    if (now - this.#lastTurn < stretch) return;
    await nextTurn();
    this.#lastTurn = performance.now();
  }
}

const text = new LineText();

function showKind(kind: string): string {
  return redactLine(text.read(Buffer.from(kind, "latin1"))).text;
}
