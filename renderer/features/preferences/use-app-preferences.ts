// The preferences as the Node side has them, and every way to change them. Language, theme, role and rate are the window's
// own as well, which tells them by itself: see share-preferences.ts.
import { useCallback, useEffect, useState } from "react";
import type { Input, Output } from "../../../electron/contract/commands.ts";
import type { PreferencesStatus } from "../../../electron/contract/preferences.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import { useDesk } from "../session/use-desk.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";

export type Change = Input<"preferences.change">;
export type Limits = Output<"captures.list">["limits"];

export interface AppPreferencesState {
  readonly status: PreferencesStatus | null;
  readonly limits: Limits | null;
  readonly failure: Failure | null;
  /** What was done last, to be said; null: nothing yet. */
  readonly done: "saved" | "imported" | "update-started" | "update-in-place" | null;
}

const nothing: AppPreferencesState = { status: null, limits: null, failure: null, done: null };

export function useAppPreferences() {
  const { client } = useDesk();
  const [, changeOwn] = usePreferences();
  const [state, setState] = useState(nothing);

  const take = useCallback((answer: Result<PreferencesStatus>, done: AppPreferencesState["done"]): boolean => {
    setState((before) => settle(before, answer, (status) => ({ status, done })));
    return answer.ok;
  }, []);

  const loadLimits = useCallback(async () => {
    const kept = await client.call("captures.list", {});
    if (kept.ok) setState((before) => ({ ...before, limits: kept.value.limits }));
  }, [client]);
  const load = useCallback(async () => {
    const [answer] = await Promise.all([client.call("preferences.read", {}), loadLimits()]);
    take(answer, null);
  }, [client, take, loadLimits]);
  useEffect(() => void load(), [load]);

  const change = async (wanted: Change): Promise<boolean> =>
    take(await client.call("preferences.change", wanted), "saved");
  const limit = async (wanted: Partial<Limits>): Promise<void> => {
    const limited = await client.call("captures.limit", wanted);
    setState((before) => settle(before, limited, (limits) => ({ limits, done: "saved" })));
  };
  const keepDatabase = async (url: string | null): Promise<boolean> =>
    take(await client.call("preferences.keep-database-url", { url }), "saved");
  /** The desktop asks for the file itself: no page names one. */
  const takeUpdate = async (): Promise<void> => {
    const taken = await client.call("preferences.take-update", {});
    setState((before) =>
      settle(before, taken, ({ outcome }) => ({ done: outcome === "none" ? null : (`update-${outcome}` as const) })),
    );
  };
  const exportAll = async (): Promise<string | null> => {
    const exported = await client.call("preferences.export", {});
    if (!exported.ok) setState((before) => ({ ...before, failure: exported.failure, done: null }));
    return exported.ok ? exported.value.text : null;
  };
  const importAll = async (text: string): Promise<void> => {
    const imported = await client.call("preferences.import", { text });
    take(imported, "imported");
    if (!imported.ok) return;
    const { language, theme, role, line } = imported.value.preferences;
    // A file of a computer whose person was not asked yet does not ask the person here again.
    changeOwn({ language, theme, baudRate: line.baudRate, ...(role !== null && { role }) });
    await loadLimits();
  };
  return { state, load, change, limit, keepDatabase, takeUpdate, exportAll, importAll };
}

function settle<Value>(
  before: AppPreferencesState,
  answer: Result<Value>,
  keep: (value: Value) => Partial<AppPreferencesState>,
): AppPreferencesState {
  return answer.ok
    ? { ...before, failure: null, ...keep(answer.value) }
    : { ...before, failure: answer.failure, done: null };
}

export type AppPreferencesDesk = ReturnType<typeof useAppPreferences>;
