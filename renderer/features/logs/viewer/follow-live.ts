// A connected terminal's log, live in the viewer.
import type { Viewer } from "./viewer-state.ts";
import { begin, change } from "./viewer-state.ts";
import { showOpened } from "./open-files.ts";

interface Followed {
  readonly session: string;
  /** What the log is called: the terminal's name or its port. */
  readonly name: string;
}

/** Opens an empty log and fills it with what the terminal writes from now on. */
export async function followLive(viewer: Viewer, { session, name }: Followed): Promise<void> {
  const signal = begin(viewer, "open");
  change(viewer, { failure: null });
  const placement = { offset: -new Date().getTimezoneOffset(), ahead: 0 };
  const opened = await viewer.client.call("log.open", { paths: [], sent: [], live: name, placement }, signal);
  if (signal.aborted) return;
  if (!opened.ok) {
    change(viewer, { failure: opened.failure });
    return;
  }
  const shown = showOpened(viewer, opened.value, { signal, as: "log", session });
  change(viewer, { isPinned: true });
  void followOn(viewer, { session, name });
  await shown;
}

/** Follows into the log that is open, where following ended before. */
export async function followOn(viewer: Viewer, { session, name }: Followed): Promise<void> {
  const { log, following: before } = viewer.store.read();
  if (log === null) return;
  const signal = begin(viewer, "follow");
  const begun = { lost: before?.lost ?? 0, redactions: before?.redactions ?? 0 };
  change(viewer, { following: { name, state: "on", failure: null, ...begun } });
  const ended = await viewer.client.call("log.follow", { log: log.log, session, source: null }, signal);
  const { log: now, following } = viewer.store.read();
  if (now?.log !== log.log || following === null || viewer.running.get("follow")?.signal !== signal) return;
  if (ended.ok) change(viewer, { following: { ...following, state: ended.value.ending } });
  else if (ended.failure.code === "cancelled") change(viewer, { following: { ...following, state: "stopped" } });
  else change(viewer, { following: { ...following, state: "failed", failure: ended.failure } });
}

export function stopFollowing({ running }: Viewer): void {
  running.get("follow")?.abort();
}

/** The end is left, or kept in sight again. */
export function pin(viewer: Viewer, isPinned: boolean): void {
  const { isPinned: before, view } = viewer.store.read();
  if (before !== isPinned) change(viewer, { isPinned, seen: view.rows });
}
