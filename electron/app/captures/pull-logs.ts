// A terminal's logs -> a capture: what is new since the last pull, of several sources, masked before it is stored.
//
//   sources -> chosen -> for each: cursor -> pull -> masked part -> cursor      -> one capture, and where to go on
//
// Where the line is cut or somebody stops it, what came is kept, and the next pull goes on behind it.
import type { Capture } from "../../contract/captures.ts";
import type { EventData } from "../../contract/events.ts";
import type { Reading } from "../../core/dialects/dialect.ts";
import type { Task } from "../../core/dialects/task.ts";
import type { FilePlace, LogAccess, LogSource, Since } from "../../core/dialects/log-pull.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { mayHoldSecret } from "../../core/logs/redaction/may-hold-secret.ts";
import type { OpenSession } from "../sessions.ts";
import type { CaptureStore } from "./capture-store.ts";
import { chooseSources } from "./choose-sources.ts";
import type { Cursor } from "./cursor.ts";
import { identify } from "./identify.ts";
import { NewCapture } from "./new-capture.ts";

export interface PullWish {
  readonly sources: readonly string[] | null;
  readonly files: readonly string[];
  readonly all: boolean;
}

export interface PullTask extends Task {
  readonly onPulling: (progress: Omit<EventData<"pulling">, "port">) => void;
}

interface Pull {
  readonly logs: LogAccess;
  readonly store: CaptureStore;
  readonly terminal: string;
  readonly capture: NewCapture;
  readonly cursors: Map<string, Cursor>;
  readonly isAll: boolean;
  readonly task: PullTask;
}

const start: FilePlace = { offset: 0, seam: null };

/** Null: nothing new. */
export async function pullLogs(
  { open, store }: { readonly open: OpenSession; readonly store: CaptureStore },
  wish: PullWish,
  task: PullTask,
): Promise<Result<Capture | null>> {
  const { logs } = open.dialect;
  if (logs === undefined) return fail(makeFailure("input-invalid", { where: "logs.pull", reason: "logs.read only" }));
  const known = await identify(open, task);
  if (!known.ok) return known;
  const paths = (wish.sources ?? []).filter((name) => name.startsWith("/"));
  const found = await logs.listSources([...new Set([...wish.files, ...paths])], task);
  if (!found.ok) return found;
  const chosen = chooseSources(found.value, wish);
  if (!chosen.ok) return chosen;
  const { name: terminal, identity, reading } = known.value;
  const capture = new NewCapture({ root: store.folder, terminal, now: store.wallTime(), ...readClock(reading) });
  const cursors = new Map<string, Cursor>();
  const pull: Pull = { logs, store, terminal, capture, cursors, isAll: wish.all, task };
  const outcome = await pullAll(chosen.value, pull);
  const kept = capture.finish();
  const noted = store.keep(kept, { name: terminal, identity }, cursors);
  if (!noted.ok) return noted;
  if ("error" in outcome) throw outcome.error;
  return outcome.result.ok ? succeed(kept) : outcome.result;
}

/** A lost line and a person's stop are kept for later: first, what came is to be kept. */
async function pullAll(
  sources: readonly LogSource[],
  pull: Pull,
): Promise<{ readonly result: Result<null> } | { readonly error: unknown }> {
  try {
    for (const source of sources) {
      const result = await pullSource(source, pull);
      if (!result.ok) return { result };
    }
    return { result: succeed(null) };
  } catch (error) {
    return { error };
  }
}

async function pullSource(source: LogSource, pull: Pull): Promise<Result<null>> {
  const { store, terminal, capture, cursors, task } = pull;
  const last = pull.isAll ? succeed(null) : store.findCursor(terminal, source.name);
  if (!last.ok) return last;
  const cursor = last.value;
  const part = capture.open(source.name, cursor?.kind === "file" ? cursor.place : start);
  let newest: Cursor | null = null;
  try {
    const pulled = await pull.logs.pull(
      {
        source,
        since: readSince(cursor),
        onBlock({ bytes, from }) {
          const fresh = source.isFile ? bytes : skipKnown(bytes, cursor);
          part.take(fresh, source.isFile ? from : 0);
          newest = source.isFile ? null : (findLastClean(bytes) ?? newest);
        },
        onProgress: watchProgress(source.name, store.wallTime, task),
      },
      task,
    );
    if (!pulled.ok) return pulled;
    const { note, cursor: mark } = pulled.value;
    if (!source.isFile && mark !== null) newest = { kind: "journal", cursor: mark };
    if (!source.isFile && newest !== null) cursors.set(source.name, newest);
    capture.note(source.name, note);
    return succeed(null);
  } finally {
    if (source.isFile) cursors.set(source.name, { kind: "file", place: part.place });
  }
}

function readSince(cursor: Cursor | null): Since {
  return cursor === null || cursor.kind === "line" ? { kind: "start" } : cursor;
}

/** What comes behind the line that was the last one. */
function skipKnown(bytes: string, cursor: Cursor | null): string {
  if (cursor?.kind !== "line") return bytes;
  const at = `\n${bytes}`.lastIndexOf(`\n${cursor.line}`);
  return at < 0 ? bytes : bytes.slice(at + cursor.line.length);
}

function findLastClean(bytes: string): Cursor | null {
  const lines = bytes.split("\n").slice(0, -1);
  const line = lines.findLast((each) => each !== "" && each.length < 1000 && !mayHoldSecret(each));
  return line === undefined ? null : { kind: "line", line: `${line}\n` };
}

function watchProgress(source: string, now: () => number, { onPulling }: PullTask) {
  const begun = now();
  return ({ done, total }: { readonly done: number; readonly total: number | null }): void => {
    const isKnown = total !== null && done > 0;
    const secondsLeft = isKnown ? Math.round(((now() - begun) / 1000 / done) * (total - done)) : null;
    onPulling({ source, done, total, secondsLeft });
  };
}

function readClock({ clock }: Reading): { readonly clockAhead: number | null; readonly zone: number | null } {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(clock?.time ?? "") ?? [];
  const east = Number(hours) * 60 + Number(minutes);
  return {
    clockAhead: clock?.aheadSeconds ?? null,
    zone: sign === undefined ? (clock?.time.endsWith("Z") === true ? 0 : null) : sign === "-" ? -east : east,
  };
}
