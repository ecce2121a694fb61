import { useCallback, useEffect, useState } from "react";
import type { RegisteredTerminal } from "../../../electron/contract/register.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useDesk } from "../session/use-desk.tsx";

export type Found =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | {
      readonly kind: "shown";
      /** What they were looked for by. */
      readonly text: string;
      readonly terminals: readonly RegisteredTerminal[];
      readonly hasMore: boolean;
    };

/** More than a table is read through; whoever has more searches. */
const page = 1000;

/** What the register finds by a text. What was found last stays until the next is there. */
export function useRegister(text: string) {
  const { client } = useDesk();
  const [found, setFound] = useState<Found>({ kind: "loading" });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    void client.call("register.search", { text, limit: page }, signal).then((answer) => {
      if (signal.aborted) return;
      setFound(answer.ok ? { kind: "shown", text, ...answer.value } : { kind: "failed", failure: answer.failure });
    });
    return () => controller.abort();
  }, [client, text, round]);
  const reload = useCallback(() => {
    setFound((before) => (before.kind === "shown" ? before : { kind: "loading" }));
    setRound((before) => before + 1);
  }, []);
  const loadMore = useCallback(
    async (terminals: readonly RegisteredTerminal[]) => {
      const after = terminals.at(-1)?.serialNumber ?? null;
      const answer = await client.call("register.search", { text, limit: page, after });
      setFound(
        answer.ok
          ? { kind: "shown", text, terminals: [...terminals, ...answer.value.terminals], hasMore: answer.value.hasMore }
          : { kind: "failed", failure: answer.failure },
      );
    },
    [client, text],
  );
  return { found, reload, loadMore };
}
