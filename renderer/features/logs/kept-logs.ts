// The captures that this PC keeps of terminals' logs, and the pull that adds one. It outlives a change of the screen.
import { useSyncExternalStore } from "react";
import type { Capture, CaptureLimits } from "../../../electron/contract/captures.ts";
import type { Client } from "../../../electron/contract/client.ts";
import type { Output } from "../../../electron/contract/commands.ts";
import type { EventData } from "../../../electron/contract/events.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import { loseSession } from "../session/connect.ts";
import { type Desk, endsSession } from "../session/desk.ts";
import { createStore, type Store } from "../session/store.ts";
import { openCapture } from "./viewer/open-files.ts";
import { findViewer } from "./viewer/viewer-state.ts";

interface KeptState {
  readonly kept: Output<"captures.list"> | null;
  /** What is on its way; its source null before the first byte. */
  readonly pulling: { readonly progress: EventData<"pulling"> | null } | null;
  /** The last pull found nothing new. */
  readonly isNothingNew: boolean;
  readonly failure: Failure | null;
}

export interface KeptLogs {
  readonly client: Client;
  readonly store: Store<KeptState>;
  stop: AbortController | null;
}

const known = new WeakMap<Client, KeptLogs>();

export function findKeptLogs(client: Client): KeptLogs {
  const first: KeptState = { kept: null, pulling: null, isNothingNew: false, failure: null };
  const found = known.get(client) ?? { client, store: createStore(first), stop: null };
  known.set(client, found);
  return found;
}

export function useKeptLogs({ store }: KeptLogs): KeptState {
  return useSyncExternalStore(store.watch, store.read);
}

export async function listKept({ client, store }: KeptLogs): Promise<void> {
  const listed = await client.call("captures.list", {});
  store.change((state) => (listed.ok ? { ...state, kept: listed.value } : { ...state, failure: listed.failure }));
}

/** Pulls what is new, or everything, and opens it; what came before a stop is kept and listed. */
export async function pullTerminal(desk: Desk, session: string, all: boolean): Promise<void> {
  const logs = findKeptLogs(desk.client);
  const { client, store } = logs;
  if (store.read().pulling !== null) return;
  const controller = new AbortController();
  logs.stop = controller;
  store.change((state) => ({ ...state, pulling: { progress: null }, isNothingNew: false, failure: null }));
  const stopHearing = client.on("pulling", (progress) =>
    store.change((state) => ({ ...state, pulling: { progress } })),
  );
  const pulled = await client.call("logs.pull", { session, all }, controller.signal);
  stopHearing();
  const failure = pulled.ok || pulled.failure.code === "cancelled" ? null : pulled.failure;
  const capture = pulled.ok ? pulled.value.capture : null;
  store.change((state) => ({ ...state, pulling: null, isNothingNew: pulled.ok && capture === null, failure }));
  const { connection } = desk.store.read();
  const isOpen = connection.kind === "open" && connection.session === session;
  if (failure !== null && endsSession(failure) && isOpen) loseSession(desk, failure, "nothing");
  await listKept(logs);
  if (capture !== null) await openKept(logs, capture, session);
}

/** `session`: of the terminal that it was just pulled from. */
export async function openKept({ client }: KeptLogs, capture: Capture, session: string | null = null): Promise<void> {
  await openCapture(findViewer(client), capture, session);
}

export async function removeKept(logs: KeptLogs, { id }: Capture): Promise<void> {
  await changeKept(logs, logs.client.call("captures.remove", { id }));
}

/** No limit takes a pinned one away. */
export async function pinKept(logs: KeptLogs, { id, isPinned }: Capture): Promise<void> {
  await changeKept(logs, logs.client.call("captures.pin", { id, isPinned: !isPinned }));
}

/** Captures beyond the limits go at once. */
export async function limitKept(logs: KeptLogs, limits: CaptureLimits): Promise<void> {
  await changeKept(logs, logs.client.call("captures.limit", limits));
}

async function changeKept(logs: KeptLogs, changing: Promise<Result<unknown>>): Promise<void> {
  const changed = await changing;
  logs.store.change((state) => ({ ...state, failure: changed.ok ? null : changed.failure }));
  await listKept(logs);
}
