import { useCallback, useEffect, useState } from "react";
import type { HistoryEntry } from "../../../electron/contract/history.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";

export type History =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "shown"; readonly pushes: readonly HistoryEntry[] };

/** What this computer recorded, asked for when the screen opens and when a push has ended. */
export function useHistory(): { readonly history: History; readonly reload: () => void } {
  const { client } = useDesk();
  const { push } = useSession();
  const [history, setHistory] = useState<History>({ kind: "loading" });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isLatest = true;
    void client.call("history.list", {}).then((listed) => {
      if (!isLatest) return;
      setHistory(
        listed.ok ? { kind: "shown", pushes: listed.value.pushes } : { kind: "failed", failure: listed.failure },
      );
    });
    return () => {
      isLatest = false;
    };
  }, [client, push.kind, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { history, reload };
}
