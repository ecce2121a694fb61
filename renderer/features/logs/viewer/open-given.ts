// A log that a person opened from the desktop: the window goes to the logs and opens it there, unless something is written.
import type { Desk } from "../../session/desk.ts";
import { openPath } from "./open-files.ts";
import { findViewer } from "./viewer-state.ts";

export async function openGiven({ client, store }: Desk, path: string): Promise<void> {
  store.change((state) => ({ ...state, screen: state.push.kind === "running" ? state.screen : "logs" }));
  await openPath(findViewer(client), path);
}
