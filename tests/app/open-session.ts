// A session of the app on a terminal that answers from a list.
import type { PushTask } from "../../electron/app/push-plan.ts";
import type { OpenSession } from "../../electron/app/sessions.ts";
import type { Reading } from "../../electron/core/dialects/dialect.ts";
import {
  createScriptedSession,
  makeReading,
  type Script,
  type ScriptedSession,
} from "../core/push/scripted-session.ts";

export const task: PushTask = {
  signal: new AbortController().signal,
  onStage: () => undefined,
  onArmed: () => undefined,
};

export type ScriptedOpen = OpenSession & { readonly dialect: ScriptedSession };

export function openScripted(script: Script): ScriptedOpen {
  return {
    id: "a",
    port: "scripted",
    dialect: createScriptedSession(script),
    reading: null,
    plans: new Map(),
    secrets: new Map(),
    undone: new Map(),
  };
}

/** A reading of the terminal with that serial number. */
export function readFrom(serialNumber: string, ...parts: Parameters<typeof makeReading>): Reading {
  const reading = makeReading(...parts);
  return { ...reading, terminal: { ...reading.terminal, serialNumber } };
}
