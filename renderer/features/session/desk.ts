// What every action of the window works with: the client, the state, and what can be cancelled right now.
import type { Client } from "../../../electron/contract/client.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { type Connection, isWriting, type Push, type SessionState } from "./session-state.ts";
import type { Store } from "./store.ts";

type Task = "connect" | "push" | "logs";

export interface Desk {
  readonly client: Client;
  readonly store: Store<SessionState>;
  readonly running: Map<Task, AbortController>;
}

/** A signal for a new task of that name; an earlier one is cancelled. */
export function beginTask({ running }: Desk, task: Task): AbortController {
  running.get(task)?.abort();
  const controller = new AbortController();
  running.set(task, controller);
  return controller;
}

export function cancelTask({ running }: Desk, task: Task): void {
  running.get(task)?.abort();
}

/** Whether a task is still the latest of its name: what comes late from an older one is dropped. */
export function isLatest({ running }: Desk, task: Task, controller: AbortController): boolean {
  return running.get(task) === controller;
}

export function setConnection({ store }: Desk, connection: Connection): void {
  store.change((state) => ({ ...state, connection }));
}

export function setPush({ store }: Desk, push: Push): void {
  store.change((state) => ({ ...state, push }));
}

/** Whether the terminal is being written to; that is then shown in place of whatever was asked for. */
export function showWriting({ store }: Desk): boolean {
  if (!isWriting(store.read())) return false;
  store.change((state) => ({ ...state, screen: "push" }));
  return true;
}

/** Failures after which nothing more can be asked on this line. */
export function endsSession({ code }: Failure): boolean {
  return code === "port-lost" || code === "session-unknown" || code === "link-closed" || code === "port-missing";
}
