// How the run stands, told as soon as it changes: one question after the other, each answered when there is something new.
import { useCallback, useEffect, useState } from "react";
import type { Client } from "../../../electron/contract/client.ts";
import type { Output } from "../../../electron/contract/commands.ts";
import type { Run, Slot } from "../../../electron/contract/provisioning.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import { useDesk } from "../session/use-desk.tsx";
import { listTurns } from "./list-turns.ts";
import { learnSteps, stepPace } from "./step-pace.ts";

export interface RunNews {
  /** Null: not told yet. */
  readonly run: Run | null;
  /** Cards that came to an end since the last news. */
  readonly turns: readonly Slot[];
  readonly failure: Failure | null;
}

type Tell = (change: (before: RunNews) => RunNews) => void;

export function useRun(): RunNews & { readonly askAgain: () => void } {
  const { client } = useDesk();
  const [news, setNews] = useState<RunNews>({ run: null, turns: [], failure: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    void follow(client, stop.signal, setNews);
    return () => stop.abort();
  }, [client, round]);
  const askAgain = useCallback(() => setRound((before) => before + 1), []);
  return { ...news, askAgain };
}

async function follow(client: Client, signal: AbortSignal, tell: Tell): Promise<void> {
  let number: number | null = null;
  let before: readonly Slot[] = [];
  while (!signal.aborted) {
    const told: Result<Output<"provisioning.changes">> = await client.call("provisioning.changes", { number }, signal);
    if (signal.aborted) return;
    if (!told.ok) {
      const { failure } = told;
      tell((news) => ({ ...news, failure }));
      return;
    }
    const { run, slots } = told.value;
    // What ended before anybody looked is on its card already.
    const states = new Map(before.map(({ slot, state }) => [slot, state]));
    const turns: readonly Slot[] = number === null ? [] : listTurns(states, slots);
    const known = before;
    stepPace.change((pace) => learnSteps(pace, known, slots));
    before = run.slots;
    number = told.value.number;
    tell((news) => ({ run, failure: null, turns: turns.length > 0 ? turns : news.turns }));
  }
}
