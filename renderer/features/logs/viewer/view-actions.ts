// What a person does with an open log.
import type { LogFilter, Placement } from "../../../../electron/contract/opened-logs.ts";
import type { Input, Output } from "../../../../electron/contract/commands.ts";
import { type Result, succeed } from "../../../../electron/core/failures/result.ts";
import type { Selection } from "./line-list.tsx";
import { begin, change, everything, firstViewer, type SidePane, type Viewer } from "./viewer-state.ts";

/** Milliseconds of quiet before what is typed is searched for. */
const typingPause = 120;
const timelineBuckets = 400;

/** Searches and filters as the person types. */
export function changeFilter(viewer: Viewer, changed: Partial<LogFilter>): void {
  const filter = { ...viewer.store.read().filter, ...changed };
  change(viewer, { filter });
  void refreshView(viewer, changed.search === undefined || changed.search === null ? 0 : typingPause);
}

export function refreshView(viewer: Viewer, pause = 0): Promise<void> {
  viewer.settled = makeView(viewer, pause);
  return viewer.settled;
}

async function makeView(viewer: Viewer, pause: number): Promise<void> {
  const { client, store } = viewer;
  const signal = begin(viewer, "view");
  if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  const { log, filter, selection, explained } = store.read();
  if (signal.aborted || log === null) return;
  change(viewer, { isSearching: true });
  const search = filter.search?.text === "" ? null : filter.search;
  const made = await client.call("log.view", { log: log.log, filter: { ...filter, search } }, signal);
  if (signal.aborted) return;
  if (!made.ok) {
    change(viewer, { isSearching: false, searchFailure: made.failure });
    return;
  }
  const { view: id, rows, hits, isCut } = made.value;
  // Whatever was looked at stays the current line.
  const kept =
    explained !== null && selection !== null
      ? await findRow(viewer, id, { kind: "number", source: explained.source, number: explained.number })
      : null;
  if (signal.aborted) return;
  change(viewer, {
    view: { id, rows, hits, isCut },
    seen: rows,
    isSearching: false,
    searchFailure: null,
    selection: kept === null ? null : { anchor: kept, current: kept },
  });
  // Files that grew may have given it another number.
  if (kept !== null) explain(viewer, kept);
  await summarise(viewer, signal);
}

/** What the view looks like over time, and the causes of the whole log. */
export async function summarise(viewer: Viewer, signal?: AbortSignal): Promise<void> {
  const { client, store } = viewer;
  const { log, view } = store.read();
  if (log === null) return;
  const isShown = (): boolean => signal?.aborted !== true && store.read().log?.log === log.log;
  const wanted = { log: log.log, view: view.id, buckets: timelineBuckets };
  const timeline = await client.call("log.timeline", wanted, signal);
  if (timeline.ok && isShown() && store.read().view.id === view.id) change(viewer, { timeline: timeline.value });
  const causes = await client.call("log.causes", { log: log.log }, signal);
  if (causes.ok && isShown()) change(viewer, causes.value);
}

/** Where something stands in the view that is shown once everything asked of it is. */
export async function locate(viewer: Viewer, wanted: Input<"log.find">["wanted"]): Promise<number | null> {
  await viewer.settled;
  return findRow(viewer, viewer.store.read().view.id, wanted);
}

async function findRow(
  { client, store }: Viewer,
  view: number,
  wanted: Input<"log.find">["wanted"],
): Promise<number | null> {
  const { log } = store.read();
  const found = log === null ? null : await client.call("log.find", { log: log.log, view, wanted });
  return found?.ok === true ? found.value.row : null;
}

/** The next hit, bookmark or meaning from the current line on, around the end. */
export async function step(
  viewer: Viewer,
  kind: "hit" | "mark" | "meaning",
  isForward: boolean,
): Promise<number | null> {
  await viewer.settled;
  const { view, selection } = viewer.store.read();
  if (view.rows === 0) return null;
  const from = (selection?.current ?? (isForward ? -1 : view.rows)) + (isForward ? 1 : -1);
  const inside = from >= 0 && from < view.rows ? await findRow(viewer, view.id, { kind, from, isForward }) : null;
  return inside ?? findRow(viewer, view.id, { kind, from: isForward ? 0 : view.rows - 1, isForward });
}

export function select(viewer: Viewer, selection: Selection): void {
  change(viewer, { selection });
  explain(viewer, selection.current);
}

function explain(viewer: Viewer, row: number): void {
  viewer.explaining = findMeaning(viewer, row);
}

async function findMeaning(viewer: Viewer, row: number): Promise<void> {
  const { client, store } = viewer;
  const signal = begin(viewer, "explain");
  const { log, view } = store.read();
  if (log === null) return;
  const shown = await client.call("log.rows", { log: log.log, view: view.id, first: row, count: 1 }, signal);
  const line = shown.ok ? shown.value.rows[0]?.line : undefined;
  if (line === undefined || signal.aborted) return;
  const explained = await client.call("log.explain", { log: log.log, line }, signal);
  if (explained.ok && !signal.aborted) change(viewer, { explained: explained.value });
}

/** A bookmark, with a note or an empty one; null takes it away. */
export async function mark(viewer: Viewer, line: number, text: string | null): Promise<void> {
  const { log } = viewer.store.read();
  if (log === null) return;
  const marked = await viewer.client.call("log.mark", { log: log.log, line, text });
  const { log: now, filter } = viewer.store.read();
  if (marked.ok && now !== null) change(viewer, { log: { ...now, marks: marked.value.marks } });
  if (filter.onlyMarked) await refreshView(viewer);
}

/** A bookmark on the current line, or off it. Whoever is quick means the line that was chosen, not the one before it. */
export async function markCurrent(viewer: Viewer): Promise<void> {
  await viewer.explaining;
  const { log, explained } = viewer.store.read();
  if (explained === null) return;
  const isMarked = log?.marks.some(({ line }) => line === explained.line) === true;
  await mark(viewer, explained.line, isMarked ? null : "");
}

/** Reads the times of a source anew with another zone or another clock. */
export async function place(viewer: Viewer, source: number, placement: Placement): Promise<void> {
  const { log } = viewer.store.read();
  if (log === null) return;
  const placed = await viewer.client.call("log.place", { log: log.log, source, placement });
  if (!placed.ok) change(viewer, { failure: placed.failure });
  else {
    change(viewer, { log: placed.value });
    await refreshView(viewer);
  }
}

export function closeLog(viewer: Viewer): void {
  const { log, other } = viewer.store.read();
  for (const task of viewer.running.values()) task.abort();
  for (const open of [log, other]) if (open !== null) void viewer.client.call("log.close", { log: open.log });
  change(viewer, { ...firstViewer, filter: everything });
}

export function showSide(viewer: Viewer, side: SidePane): void {
  const { side: shown } = viewer.store.read();
  change(viewer, { side: shown === side ? null : side });
}

/** The masked lines of a selection, with what their times mean. */
export async function readSelection(viewer: Viewer, { anchor, current }: Selection): Promise<string> {
  const [first, last] = [Math.min(anchor, current), Math.max(anchor, current)];
  const read = await readRows(viewer, { format: "text", first, end: Math.min(last + 1, first + mostCopied) });
  return read?.ok === true ? read.value.join("") : "";
}

/** Lines that a clipboard takes without a pause. */
const mostCopied = 20_000;

interface Reading {
  readonly signal?: AbortSignal;
  /** Told of the row that comes next. */
  readonly onRead?: (row: number) => void;
}

type Wanted = Pick<Input<"log.export">, "format" | "first" | "end">;

/** Null: not all of it could be read, or nobody wants it any more. */
async function readRows(
  { client, store }: Viewer,
  { format, first, end }: Wanted,
  { signal, onRead }: Reading = {},
): Promise<Result<readonly string[]> | null> {
  const { log, view } = store.read();
  const parts: string[] = [];
  for (let row: number | null = first; row !== null && log !== null; ) {
    const isBegun = parts.length > 0;
    const asked: Input<"log.export"> = { log: log.log, view: view.id, format, first: row, end, isBegun };
    const portion: Result<Output<"log.export">> = await client.call("log.export", asked, signal);
    if (signal?.aborted) return null;
    if (!portion.ok) return portion;
    parts.push(portion.value.text);
    row = portion.value.next;
    if (row !== null) onRead?.(row);
  }
  return succeed(parts);
}

/** Milliseconds that saving may take before it is said. */
const patience = 300;

/** All rows of the view, for a file; null: stopped, or it went wrong, which is said. Half of a log is no log. */
export async function readAll(viewer: Viewer, format: Wanted["format"]): Promise<readonly string[] | null> {
  // What was just opened or is being searched has its rows counted first.
  await viewer.settled;
  const signal = begin(viewer, "save");
  const all = viewer.store.read().view.rows;
  let done = 0;
  let isSlow = false;
  const tell = (): void => {
    if (isSlow && !signal.aborted) change(viewer, { saving: { done, all } });
  };
  const slow = setTimeout(() => {
    isSlow = true;
    tell();
  }, patience);
  const onRead = (row: number): void => {
    done = row;
    tell();
  };
  const read = await readRows(viewer, { format, first: 0, end: null }, { signal, onRead });
  clearTimeout(slow);
  if (read === null) return null;
  change(viewer, { saving: null, failure: read.ok ? null : read.failure });
  return read.ok ? read.value : null;
}

export function stopSaving(viewer: Viewer): void {
  viewer.running.get("save")?.abort();
  change(viewer, { saving: null });
}

/** Two sides by the kinds of their messages. */
export async function compare(
  viewer: Viewer,
  one: Input<"log.compare">["one"],
  other: Input<"log.compare">["other"],
): Promise<void> {
  const signal = begin(viewer, "compare");
  const compared = await viewer.client.call("log.compare", { one, other }, signal);
  if (signal.aborted) return;
  change(viewer, compared.ok ? { compared: compared.value } : { failure: compared.failure });
}
