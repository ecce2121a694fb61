import { useCallback, useEffect, useState } from "react";
import type { Client } from "../../../electron/contract/client.ts";
import type { HistoryEntry } from "../../../electron/contract/history.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { type Result, succeed } from "../../../electron/core/failures/result.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";

export type History =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "shown"; readonly pushes: readonly HistoryEntry[]; readonly hasOlder: boolean };

/** What this computer recorded, asked for when the screen opens and when a push has ended; a page at a time. */
export function useHistory() {
  const { client } = useDesk();
  const { push } = useSession();
  const [history, setHistory] = useState<History>({ kind: "loading" });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isLatest = true;
    void client.call("history.list", {}).then((listed) => {
      if (isLatest)
        setHistory(listed.ok ? { kind: "shown", ...listed.value } : { kind: "failed", failure: listed.failure });
    });
    return () => {
      isLatest = false;
    };
  }, [client, push.kind, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const loadOlder = useCallback(
    async (pushes: readonly HistoryEntry[]) => {
      const page = await client.call("history.list", { olderThan: pushes.at(-1)?.id ?? null });
      setHistory(
        page.ok
          ? { kind: "shown", pushes: [...pushes, ...page.value.pushes], hasOlder: page.value.hasOlder }
          : { kind: "failed", failure: page.failure },
      );
    },
    [client],
  );
  return { history, reload, loadOlder };
}

/** All pages, for a file. */
export async function loadHistory(client: Client): Promise<Result<readonly HistoryEntry[]>> {
  const pushes: HistoryEntry[] = [];
  for (;;) {
    const page = await client.call("history.list", { limit: 200, olderThan: pushes.at(-1)?.id ?? null });
    if (!page.ok) return page;
    pushes.push(...page.value.pushes);
    if (!page.value.hasOlder) return succeed(pushes);
  }
}
