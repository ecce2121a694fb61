import { useEffect, useState } from "react";
import type { RegisteredTerminal, RegisterEntry } from "../../../electron/contract/register.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useDesk } from "../session/use-desk.tsx";

export type ShownTerminal =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | {
      readonly kind: "shown";
      /** Null: the register does not know it. */
      readonly terminal: RegisteredTerminal | null;
      /** The latest first. */
      readonly entries: readonly RegisterEntry[];
      readonly hasOlder: boolean;
      /** When its settings were new, the latest first. */
      readonly readings: readonly string[];
    };

const first = 50;
const most = 1000;

/** One terminal and what happened to it; `isLong`: all that a window can hold. */
export function useTerminal(serialNumber: string) {
  const { client } = useDesk();
  const [shown, setShown] = useState<ShownTerminal>({ kind: "loading" });
  const [isLong, setIsLong] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isLatest = true;
    const limit = isLong ? most : first;
    const kinds = ["settings" as const];
    void Promise.all([
      client.call("register.show", { serialNumber, limit }),
      client.call("register.show", { serialNumber, limit: most, kinds }),
    ]).then(([all, settings]) => {
      if (!isLatest) return;
      const failed = all.ok ? (settings.ok ? null : settings.failure) : all.failure;
      if (failed !== null) setShown({ kind: "failed", failure: failed });
      if (!all.ok || !settings.ok) return;
      const { terminal, entries } = all.value;
      const readings = settings.value.entries.map(({ at }) => at);
      setShown({ kind: "shown", terminal, entries, readings, hasOlder: entries.length === limit && !isLong });
    });
    return () => {
      isLatest = false;
    };
  }, [client, serialNumber, isLong, round]);
  return { shown, reload: () => setRound(round + 1), showOlder: () => setIsLong(true) };
}
