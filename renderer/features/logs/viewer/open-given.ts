// A log that a person opened from the desktop: the window goes to the logs and opens it there.
import { begin, change, findViewer } from "./viewer-state.ts";
import type { Desk } from "../../session/desk.ts";
import { showOpened } from "./open-files.ts";

export async function openGiven({ client, store }: Desk, path: string): Promise<void> {
  store.change((state) => ({ ...state, screen: state.push.kind === "running" ? state.screen : "logs" }));
  const viewer = findViewer(client);
  const signal = begin(viewer, "open");
  change(viewer, { failure: null });
  const placement = { offset: -new Date().getTimezoneOffset(), ahead: 0 };
  const opened = await client.call("log.open", { paths: [path], sent: [], placement }, signal);
  if (signal.aborted) return;
  if (opened.ok) await showOpened(viewer, opened.value, { signal, as: "log" });
  else change(viewer, { failure: opened.failure, opening: null });
}
