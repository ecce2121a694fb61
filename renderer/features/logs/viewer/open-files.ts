// Files that a person dropped or chose -> a log in the viewer: by their path where the desktop window tells it, else sent in
// portions that fit a frame of the link.
import type { Capture } from "../../../../electron/contract/captures.ts";
import type { Client } from "../../../../electron/contract/client.ts";
import type { Asked, Output } from "../../../../electron/contract/commands.ts";
import type { DescribedLog } from "../../../../electron/contract/opened-logs.ts";
import type { Failure } from "../../../../electron/core/failures/failure.ts";
import type { Result } from "../../../../electron/core/failures/result.ts";
import { begin, change, everything, firstViewer, noView, type Viewer, type ViewerState } from "./viewer-state.ts";
import { refreshView } from "./view-actions.ts";
import { watchGrowth } from "./watch-growth.ts";

/** Bytes. Larger ones are not faster, and the other side holds each of them for much longer than it needs it. */
const portion = 64 * 1024;
/** Milliseconds between two looks at how far the index is. */
const lookEvery = 150;

export interface GivenFile {
  readonly name: string;
  readonly file: File;
}

export async function openFiles(
  viewer: Viewer,
  files: readonly GivenFile[],
  as: "log" | "other" = "log",
): Promise<void> {
  if (files.length === 0) return;
  const signal = begin(viewer, "open");
  change(viewer, { failure: null });
  const opened = await openAt(viewer, files, signal);
  if (opened !== null) await showOpened(viewer, opened, { signal, as });
}

/** A capture by its id: its times are those of the terminal's clock, as far as that was known. */
export async function openCapture(
  viewer: Viewer,
  { id, terminal, zone, clockAhead }: Capture,
  session: string | null,
): Promise<void> {
  const signal = begin(viewer, "open");
  change(viewer, { failure: null });
  const placement = { offset: zone ?? -new Date().getTimezoneOffset(), ahead: Math.round((clockAhead ?? 0) * 1000) };
  const opened = await askOpen(viewer, { paths: [], sent: [], captures: [id], placement }, { signal, name: terminal });
  if (opened !== null) await showOpened(viewer, opened, { signal, as: "log", session });
}

interface Opening {
  readonly signal: AbortSignal;
  readonly as: "log" | "other";
  /** The terminal's that it came from. */
  readonly session?: string | null;
}

export async function showOpened(
  viewer: Viewer,
  opened: DescribedLog,
  { signal, as, session = null }: Opening,
): Promise<void> {
  const { other: before } = viewer.store.read();
  if (as === "other" && before !== null) void viewer.client.call("log.close", { log: before.log });
  if (as === "other") await watch(viewer, opened, { signal, as: "other" });
  else {
    const { log, other } = viewer.store.read();
    for (const before of [log, other]) if (before !== null) void viewer.client.call("log.close", { log: before.log });
    for (const kind of ["grow", "follow"] as const) viewer.running.get(kind)?.abort();
    const { isWrapped, showsFilters, side } = viewer.store.read();
    change(viewer, {
      ...firstViewer,
      isWrapped,
      showsFilters,
      side,
      log: opened,
      session,
      filter: everything,
      view: noView,
    });
    await watch(viewer, opened, { signal, as: "log" });
  }
}

export function stopOpening(viewer: Viewer): void {
  viewer.running.get("open")?.abort();
  change(viewer, { opening: null });
}

async function openAt(viewer: Viewer, files: readonly GivenFile[], signal: AbortSignal): Promise<DescribedLog | null> {
  const { client } = viewer;
  const ways = await client.call("log.ways", {});
  const paths = files.map(({ file }) => window.counterpart?.pathOf?.(file) ?? "");
  const byPath = ways.ok && ways.value.byPath && paths.every((path) => path !== "");
  const sent: string[] = [];
  const all = files.reduce((sum, { file }) => sum + file.size, 0);
  let done = 0;
  for (const given of byPath ? [] : files) {
    const id = await send(client, given, {
      signal,
      onSent: (bytes) => change(viewer, { opening: { name: given.name, done: (done += bytes), all } }),
    });
    if (signal.aborted) return null;
    if (typeof id !== "string") return failOpening(viewer, id);
    sent.push(id);
  }
  const placement = { offset: -new Date().getTimezoneOffset(), ahead: 0 };
  const name = files[0]?.name ?? "";
  return askOpen(viewer, { paths: byPath ? paths : [], sent, placement }, { signal, name });
}

/** Milliseconds that opening may take before it is said: most logs are there at once. */
const patience = 300;

/** Asks for a log and says how far it is meanwhile; null: it cannot be opened, or nobody wants it any more. */
async function askOpen(
  viewer: Viewer,
  wanted: Asked<"log.open">,
  { signal, name }: { readonly signal: AbortSignal; readonly name: string },
): Promise<DescribedLog | null> {
  const tell = (opening: ViewerState["opening"]): void => {
    if (!signal.aborted) change(viewer, { opening });
  };
  const slow = setTimeout(() => tell({ name, done: 0, all: 0 }), patience);
  const stopHearing = viewer.client.on("opening", (progress) => {
    clearTimeout(slow);
    tell(progress);
  });
  const opened = await viewer.client.call("log.open", wanted, signal);
  clearTimeout(slow);
  stopHearing();
  if (signal.aborted) return null;
  tell(null);
  return opened.ok ? opened.value : failOpening(viewer, opened.failure);
}

function failOpening(viewer: Viewer, failure: Failure): null {
  change(viewer, { failure, opening: null });
  return null;
}

async function send(
  client: Client,
  { name, file }: GivenFile,
  { signal, onSent }: { readonly signal: AbortSignal; readonly onSent: (bytes: number) => void },
): Promise<string | Failure> {
  let id: string | null = null;
  for (let at = 0; at === 0 || at < file.size; at += portion) {
    const bytes = new Uint8Array(await file.slice(at, at + portion).arrayBuffer());
    const answered: Result<Output<"log.send">> = await client.call(
      "log.send",
      { file: id, name, written: file.lastModified, data: toBase64(bytes), isLast: at + portion >= file.size },
      signal,
    );
    if (!answered.ok) return answered.failure;
    id = answered.value.file;
    onSent(bytes.length);
  }
  return id ?? "";
}

/** Arguments of one call are limited. */
const atOnce = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += atOnce) text += String.fromCharCode(...bytes.subarray(at, at + atOnce));
  return btoa(text);
}

/** Follows the index to its end; what is there can be read meanwhile. */
async function watch(
  viewer: Viewer,
  opened: DescribedLog,
  { signal, as }: { readonly signal: AbortSignal; readonly as: "log" | "other" },
): Promise<void> {
  for (let log = opened; ; ) {
    change(viewer, { [as]: log });
    if (as === "log" && !log.isIndexed) change(viewer, { view: { ...noView, rows: log.lines } });
    if (log.isIndexed) break;
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
    const described = await viewer.client.call("log.describe", { log: opened.log });
    if (signal.aborted || !described.ok) return;
    log = described.value;
  }
  if (as !== "log") return;
  await refreshView(viewer);
  void watchGrowth(viewer);
}

/** Files of a drop, those in its folders too. */
export async function gatherDropped(data: DataTransfer): Promise<readonly GivenFile[]> {
  const files = Array.from(data.files, (file) => ({ name: file.name, file }));
  // A desktop path leads to a whole folder; a browser gives its files one by one.
  if (window.counterpart !== undefined && files.every(({ file }) => window.counterpart?.pathOf?.(file))) return files;
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const found: GivenFile[] = [];
  for (const entry of entries) await walk(entry, "", found);
  return found.length > 0 ? found : files;
}

const mostFiles = 256;

async function walk(entry: FileSystemEntry, folder: string, found: GivenFile[]): Promise<void> {
  if (found.length >= mostFiles) return;
  const name = `${folder}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) => {
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null));
    });
    if (file !== null) found.push({ name, file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a hundred at a time.
  for (;;) {
    const entries = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (entries.length === 0) return;
    for (const each of entries) await walk(each, `${name}/`, found);
  }
}

/** By its path alone: what the desktop was given to open. */
export async function openPath(viewer: Viewer, path: string): Promise<void> {
  const signal = begin(viewer, "open");
  change(viewer, { failure: null });
  const placement = { offset: -new Date().getTimezoneOffset(), ahead: 0 };
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const opened = await askOpen(viewer, { paths: [path], sent: [], placement }, { signal, name });
  if (opened !== null) await showOpened(viewer, opened, { signal, as: "log" });
}
