// The logs that the window has open, and what it may ask of them.
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Input, Output } from "../../contract/commands.ts";
import type { openedLogCommands } from "../../contract/opened-logs.ts";
import type { Call, Handlers } from "../../contract/server.ts";
import { ruleCauses } from "../../core/diagnosis/knowledge/rule-causes.ts";
import { type Failure, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { awaitGrowth } from "./await-growth.ts";
import { compareLogs } from "./compare-logs.ts";
import { explainLine, listCauses, listCodes } from "./explain-line.ts";
import { exportRows } from "./export-lines.ts";
import type { FollowTerminal } from "./follow-terminal.ts";
import { findRow } from "./find-row.ts";
import { gatherFiles, type UnpackWatch } from "./gather-files.ts";
import { LiveLog } from "./live-log.ts";
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
  /** Null: no terminal can be followed. */
  readonly followTerminal?: FollowTerminal;
}

type LogHandlers = Pick<Handlers, keyof typeof openedLogCommands>;

interface Wanted {
  readonly paths: readonly string[];
  readonly sent: readonly string[];
  readonly live: LiveLog | null;
  /** Of what is followed. */
  readonly name: string;
  readonly watch: UnpackWatch;
}

/** More than anybody compares; a page that was loaded again leaves those it had. */
const mostLogs = 8;

export class OpenedLogs {
  readonly #places: LogPlaces;
  readonly #marks: LogMarks;
  readonly #open = new Map<string, OpenedLog>();
  readonly #live = new Map<string, LiveLog>();
  #copies: string | null = null;
  #copyCount = 0;
  readonly #sent = new SentFiles({ nextPath: () => this.#nextCopy() });

  constructor(places: LogPlaces) {
    this.#places = places;
    this.#marks = new LogMarks(places.marks);
  }

  answer(): LogHandlers {
    return {
      ...this.#answerGrowth(),
      "log.ways": async () => succeed({ byPath: this.#places.opensPaths }),
      "log.open": (input, call) => this.#openLog(input, call),
      "log.send": (input) => this.#takeIn(input),
      "log.describe": this.#use(async (log) => succeed(await log.describe())),
      "log.close": async ({ log }) => {
        await this.#close(log);
        return succeed({});
      },
      "log.place": this.#use(async (log, { source, placement }) => {
        await log.place(source, placement);
        return succeed(await log.describe());
      }),
      "log.view": this.#use((log, { filter }, { signal }) => log.views.make(filter, signal)),
      "log.rows": this.#use(async (log, { view, first, count }) =>
        succeed({ rows: [...(await log.readRows(log.views.find(view), first, count))] }),
      ),
      "log.find": this.#use(async (log, { view, wanted }) =>
        succeed({ row: await findRow(log, log.views.find(view), wanted) }),
      ),
      "log.timeline": this.#use(async (log, { view, buckets }) =>
        succeed(drawTimeline(log.lines, log.views.find(view), { count: buckets, span: findSpan(log.sources) })),
      ),
      "log.causes": this.#use(async (log) =>
        succeed({ causes: [...(await listCauses(log))], codes: [...listCodes(log)] }),
      ),
      "log.cause-of": async ({ rule }) => succeed({ cause: ruleCauses.get(rule) ?? null }),
      "log.explain": this.#use(async (log, { line }) => succeed(await explainLine(log, line))),
      "log.mark": this.#use(async (log, { line, text }) =>
        succeed({ marks: await log.mark(line, text, new Date().toISOString()) }),
      ),
      "log.export": this.#use(async (log, { view, ...wanted }) =>
        succeed(await exportRows(log, log.views.find(view), wanted)),
      ),
      "log.compare": (input, call) => this.#compare(input, call),
    };
  }

  #answerGrowth(): Pick<LogHandlers, "log.follow" | "log.grow"> {
    return {
      "log.follow": async ({ log, session, source }, call) => {
        const { followTerminal } = this.#places;
        const live = this.#live.get(log);
        if (live === undefined || followTerminal === undefined) return fail(refuse("this log is not followed"));
        return live.follow({ session, source, call, followTerminal });
      },
      "log.grow": this.#use(async (log, known, { signal }) =>
        succeed(await awaitGrowth({ log, live: this.#live.get(log.id) ?? null }, known, signal)),
      ),
    };
  }

  /** Hands a request to the log that it names. */
  #use<Asked extends { readonly log: string }, Value>(
    request: (log: OpenedLog, input: Asked, call: Call) => Promise<Result<Value>>,
  ): (input: Asked, call: Call) => Promise<Result<Value>> {
    return async (input, call) => {
      const log = this.#open.get(input.log);
      return log === undefined ? fail(refuse("this log is closed")) : request(log, input, call);
    };
  }

  async close(): Promise<void> {
    for (const log of [...this.#open.keys()]) await this.#close(log);
    if (this.#copies !== null) await rm(this.#copies, { recursive: true, force: true });
    this.#copies = null;
  }

  async #openLog(
    { paths, sent, captures, live, placement }: Input<"log.open">,
    call: Call,
  ): Promise<Result<Output<"log.open">>> {
    if (paths.length > 0 && !this.#places.opensPaths) {
      return fail(refuse("files are sent here"));
    }
    const kept: string[] = [];
    for (const id of captures) {
      const found = await this.#places.findCapture?.(id);
      if (found == null) return fail(refuse("this capture is gone"));
      kept.push(...found);
    }
    const followed = live === null ? null : new LiveLog(this.#nextCopy());
    const opening = watchOpening(call);
    const { watch } = opening;
    const files = this.#gather({ paths: [...paths, ...kept], sent, live: followed, name: live ?? "", watch })[
      Symbol.asyncIterator
    ]();
    try {
      // What cannot be opened at all is said now.
      const first = await files.next();
      opening.end();
      const log = new OpenedLog(randomBytes(12).toString("hex"), this.#marks);
      this.#open.set(log.id, log);
      if (followed !== null) this.#live.set(log.id, followed);
      await this.#closeOldest();
      const filled = log.fill(continueWith(first, files), placement);
      // A file that vanishes later ends the list; what was read stays.
      filled.catch(() => undefined);
      return succeed(await log.describe());
    } catch (error) {
      if (call.signal.aborted) return fail(makeFailure("cancelled"));
      const { code = "?" } = error as NodeJS.ErrnoException;
      return fail(makeFailure("file-unreadable", { file: paths[0] ?? sent[0] ?? kept[0] ?? "", reason: code }));
    }
  }

  async #closeOldest(): Promise<void> {
    const [oldest] = this.#open;
    if (this.#open.size <= mostLogs || oldest === undefined) return;
    await this.#close(oldest[0]);
  }

  async #close(id: string): Promise<void> {
    const [log, live] = [this.#open.get(id), this.#live.get(id)];
    this.#open.delete(id);
    this.#live.delete(id);
    live?.close();
    await log?.close();
    if (live !== undefined) await rm(live.path, { force: true });
  }

  async *#gather({ paths, sent, live, name, watch }: Wanted): AsyncIterable<SourceFile> {
    if (live !== null) yield { name, path: live.path, written: Date.now(), notes: [], grows: true };
    for (const id of sent) for (const file of (await this.#sent.take(id)) ?? []) yield file;
    yield* gatherFiles(paths, { nextPath: () => this.#nextCopy() }, watch);
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

/** Says how far the unpacking is, about a hundred times, for as long as somebody waits for it; who cancels stops it. */
function watchOpening({ signal, emit }: Call): { readonly watch: UnpackWatch; readonly end: () => void } {
  let said = 0;
  let isOver = false;
  const watch: UnpackWatch = (name, done, all) => {
    if (isOver) return;
    if (signal.aborted) throw new Error("cancelled");
    if (done - said < all / 100 && done < all) return;
    said = done;
    emit("opening", { name: basename(name), done, all });
  };
  return { watch, end: () => (isOver = true) };
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
