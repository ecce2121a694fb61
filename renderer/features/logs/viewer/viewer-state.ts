// What the viewer of logs knows; it outlives a change of the screen. One log, or two side by side.
import { useSyncExternalStore } from "react";
import type { Client } from "../../../../electron/contract/client.ts";
import type { CountedCode } from "../../../../electron/contract/line-codes.ts";
import type { Output } from "../../../../electron/contract/commands.ts";
import type {
  DescribedLog,
  ExplainedLine,
  LogCause,
  LogFilter,
  LogTimeline,
} from "../../../../electron/contract/opened-logs.ts";
import type { Failure } from "../../../../electron/core/failures/failure.ts";
import { createStore, type Store } from "../../session/store.ts";
import type { Selection } from "./line-list.tsx";

export interface View {
  readonly id: number;
  readonly rows: number;
  readonly hits: number;
  readonly isCut: boolean;
}

export type SidePane = "line" | "causes" | "marks" | "compare";

/** A terminal whose log is followed, or was. */
export interface Following {
  readonly name: string;
  /** `stopped`: by the person; `asked`: something else was asked of the terminal; else as the terminal or the line ended it. */
  readonly state: "on" | "stopped" | "asked" | "over" | "full" | "failed";
  readonly failure: Failure | null;
  /** Lines that could not wait. */
  readonly lost: number;
  readonly redactions: number;
}

export interface ViewerState {
  /** What is being taken in, with how much of it; `all` is 0 where that is not known. */
  readonly opening: { readonly name: string; readonly done: number; readonly all: number } | null;
  /** What is being saved, in rows, once it takes a while. */
  readonly saving: { readonly done: number; readonly all: number } | null;
  readonly log: DescribedLog | null;
  /** The terminal's that it came from; null: a file's. */
  readonly session: string | null;
  /** What another screen wanted to be shown has no lines of any log. */
  readonly hasNoLines: boolean;
  readonly failure: Failure | null;
  /** Why what is searched for cannot be searched for. */
  readonly searchFailure: Failure | null;
  readonly filter: LogFilter;
  readonly view: View;
  readonly isSearching: boolean;
  readonly timeline: LogTimeline | null;
  readonly causes: readonly LogCause[];
  /** That its lines quote. */
  readonly codes: readonly CountedCode[];
  readonly selection: Selection | null;
  readonly explained: ExplainedLine | null;
  readonly isWrapped: boolean;
  readonly showsFilters: boolean;
  readonly side: SidePane | null;
  /** The log to compare with. */
  readonly other: DescribedLog | null;
  readonly compared: Output<"log.compare"> | null;
  /** What stands beside the lines: a log, and how far its moments are from those here. */
  readonly following: Following | null;
  /** The end of a log that grows stays in sight. */
  readonly isPinned: boolean;
  /** Rows that had come when the end was left. */
  readonly seen: number;
  readonly beside: { readonly log: DescribedLog; readonly shift: number } | null;
}

export const everything: LogFilter = {
  search: null,
  onlyHits: true,
  sources: null,
  programs: null,
  severities: null,
  causes: null,
  from: null,
  to: null,
  onlyMarked: false,
};

export const noView: View = { id: 0, rows: 0, hits: 0, isCut: false };

export const firstViewer: ViewerState = {
  opening: null,
  saving: null,
  log: null,
  session: null,
  hasNoLines: false,
  failure: null,
  searchFailure: null,
  filter: everything,
  view: noView,
  isSearching: false,
  timeline: null,
  causes: [],
  codes: [],
  selection: null,
  explained: null,
  isWrapped: false,
  showsFilters: false,
  side: null,
  other: null,
  compared: null,
  beside: null,
  following: null,
  isPinned: false,
  seen: 0,
};

type ViewerTask = "open" | "save" | "view" | "explain" | "compare" | "grow" | "follow";

export interface Viewer {
  readonly client: Client;
  readonly store: Store<ViewerState>;
  /** What can be stopped: one of each kind at a time. */
  readonly running: Map<ViewerTask, AbortController>;
  /** Over when what was last asked of the view is shown. */
  settled: Promise<void>;
  /** Over when the current line is explained. */
  explaining: Promise<void>;
}

const viewers = new WeakMap<Client, Viewer>();

export function findViewer(client: Client): Viewer {
  const found = viewers.get(client) ?? {
    client,
    store: createStore(firstViewer),
    running: new Map(),
    settled: Promise.resolve(),
    explaining: Promise.resolve(),
  };
  viewers.set(client, found);
  return found;
}

export function useViewer({ store }: Viewer): ViewerState {
  return useSyncExternalStore(store.watch, store.read);
}

export function change({ store }: Viewer, changed: Partial<ViewerState>): void {
  store.change((state) => ({ ...state, ...changed }));
}

/** A signal for a new task of that kind; the one before is stopped. */
export function begin({ running }: Viewer, kind: ViewerTask): AbortSignal {
  running.get(kind)?.abort();
  const controller = new AbortController();
  running.set(kind, controller);
  return controller.signal;
}
