// The logs that the window has open, and what it may ask of them.
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Input, Output } from "../../contract/commands.ts";
import type { openedLogCommands } from "../../contract/opened-logs.ts";
import type { Call, Handlers } from "../../contract/server.ts";
import { type Failure, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { compareLogs } from "./compare-logs.ts";
import { explainLine, listCauses } from "./explain-line.ts";
import { exportRows } from "./export-lines.ts";
import { findRow } from "./find-row.ts";
import { gatherFiles } from "./gather-files.ts";
import { LogMarks } from "./log-marks.ts";
import type { SourceFile } from "./log-source.ts";
import { OpenedLog } from "./opened-log.ts";
import { SentFiles } from "./sent-files.ts";
import { drawTimeline, findSpan } from "./summarise-log.ts";

export interface LogPlaces {
  /** Where bookmarks and notes are kept; null: nowhere. */
  readonly marks: string | null;
  /** Whether the window may name files by their path: only where it gets them from the person's own hand. */
  readonly opensPaths: boolean;
  /** The files of a capture that this PC keeps; null: there is none of that id. */
  readonly findCapture?: (id: string) => Promise<readonly string[] | null>;
}

type LogHandlers = Pick<Handlers, keyof typeof openedLogCommands>;

/** More than anybody compares; a page that was loaded again leaves those it had. */
const mostLogs = 8;

export class OpenedLogs {
  readonly #places: LogPlaces;
  readonly #marks: LogMarks;
  readonly #open = new Map<string, OpenedLog>();
  #copies: string | null = null;
  #copyCount = 0;
  readonly #sent = new SentFiles({ nextPath: () => this.#nextCopy() });

  constructor(places: LogPlaces) {
    this.#places = places;
    this.#marks = new LogMarks(places.marks);
  }

  answer(): LogHandlers {
    const use =
      <Asked extends { readonly log: string }, Value>(
        request: (log: OpenedLog, input: Asked, call: Call) => Promise<Result<Value>>,
      ) =>
      async (input: Asked, call: Call): Promise<Result<Value>> => {
        const log = this.#open.get(input.log);
        return log === undefined ? fail(refuse("this log is closed")) : request(log, input, call);
      };
    return {
      "log.ways": async () => succeed({ byPath: this.#places.opensPaths }),
      "log.open": (input) => this.#openLog(input),
      "log.send": (input) => this.#takeIn(input),
      "log.describe": use(async (log) => succeed(await log.describe())),
      "log.close": async ({ log }) => {
        await this.#open.get(log)?.close();
        this.#open.delete(log);
        return succeed({});
      },
      "log.place": use(async (log, { source, placement }) => {
        await log.place(source, placement);
        return succeed(await log.describe());
      }),
      "log.view": use((log, { filter }, { signal }) => log.makeView(filter, signal)),
      "log.rows": use(async (log, { view, first, count }) =>
        succeed({ rows: [...(await log.readRows(log.findView(view), first, count))] }),
      ),
      "log.find": use(async (log, { view, wanted }) =>
        succeed({ row: await findRow(log, log.findView(view), wanted) }),
      ),
      "log.timeline": use(async (log, { view, buckets }) =>
        succeed(drawTimeline(log.lines, log.findView(view), { count: buckets, span: findSpan(log.sources) })),
      ),
      "log.causes": use(async (log) => succeed({ causes: await listCauses(log) })),
      "log.explain": use(async (log, { line }) => succeed(await explainLine(log, line))),
      "log.mark": use(async (log, { line, text }) =>
        succeed({ marks: await log.mark(line, text, new Date().toISOString()) }),
      ),
      "log.export": use(async (log, { view, ...wanted }) => succeed(await exportRows(log, log.findView(view), wanted))),
      "log.compare": (input, call) => this.#compare(input, call),
    };
  }

  async close(): Promise<void> {
    for (const log of this.#open.values()) await log.close();
    this.#open.clear();
    if (this.#copies !== null) await rm(this.#copies, { recursive: true, force: true });
    this.#copies = null;
  }

  async #openLog({ paths, sent, captures, placement }: Input<"log.open">): Promise<Result<Output<"log.open">>> {
    if (paths.length > 0 && !this.#places.opensPaths) {
      return fail(refuse("files are sent here"));
    }
    const kept: string[] = [];
    for (const id of captures) {
      const found = await this.#places.findCapture?.(id);
      if (found == null) return fail(refuse("this capture is gone"));
      kept.push(...found);
    }
    const files = this.#gather([...paths, ...kept], sent)[Symbol.asyncIterator]();
    try {
      // What cannot be opened at all is said now.
      const first = await files.next();
      const log = new OpenedLog(randomBytes(12).toString("hex"), this.#marks);
      this.#open.set(log.id, log);
      await this.#closeOldest();
      const filled = log.fill(continueWith(first, files), placement);
      // A file that vanishes later ends the list; what was read stays.
      filled.catch(() => undefined);
      return succeed(await log.describe());
    } catch (error) {
      const { code = "?" } = error as NodeJS.ErrnoException;
      return fail(makeFailure("file-unreadable", { file: paths[0] ?? sent[0] ?? kept[0] ?? "", reason: code }));
    }
  }

  async #closeOldest(): Promise<void> {
    const [oldest] = this.#open;
    if (this.#open.size <= mostLogs || oldest === undefined) return;
    this.#open.delete(oldest[0]);
    await oldest[1].close();
  }

  async *#gather(paths: readonly string[], sent: readonly string[]): AsyncIterable<SourceFile> {
    for (const id of sent) for (const file of (await this.#sent.take(id)) ?? []) yield file;
    yield* gatherFiles(paths, { nextPath: () => this.#nextCopy() });
  }

  /** Readable for this user only; gone when the app ends. */
  #nextCopy(): string {
    this.#copies ??= mkdtempSync(join(tmpdir(), "counterpart-logs-"));
    return join(this.#copies, String(++this.#copyCount));
  }

  async #takeIn({ file, name, written, data, isLast }: Input<"log.send">): Promise<Result<Output<"log.send">>> {
    const id = file ?? this.#sent.begin(name, written);
    const isTaken = id !== null && (await this.#sent.add(id, Buffer.from(data, "base64"), isLast));
    return isTaken && id !== null ? succeed({ file: id }) : fail(refuse("this log is closed"));
  }

  async #compare({ one, other }: Input<"log.compare">, { signal }: Call): Promise<Result<Output<"log.compare">>> {
    const [first, second] = [this.#open.get(one.log), this.#open.get(other.log)];
    if (first === undefined || second === undefined) return fail(refuse("this log is closed"));
    return succeed(await compareLogs({ log: first, side: one }, { log: second, side: other }, signal));
  }
}

function refuse(reason: string): Failure {
  return makeFailure("input-invalid", { where: "log", reason });
}

async function* continueWith<Value>(
  first: IteratorResult<Value, unknown>,
  rest: AsyncIterator<Value>,
): AsyncIterable<Value> {
  for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
}
