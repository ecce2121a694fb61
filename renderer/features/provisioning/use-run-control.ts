import { useState } from "react";
import type { Run } from "../../../electron/contract/provisioning.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import { useDesk } from "../session/use-desk.tsx";
import type { WantedPlan } from "./start-terms.ts";

export interface RunControl {
  readonly failure: Failure | null;
  readonly isEnding: boolean;
  readonly toggle: () => void;
  readonly end: () => Promise<void>;
  readonly retry: (slot: string) => Promise<void>;
  readonly relieve: (operator: string) => Promise<void>;
}

/** `run`: null while it is not known. */
export function useRunControl(run: Run | null, onEnd: (plan: WantedPlan | null) => void): RunControl {
  const { client } = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isEnding, setEnding] = useState(false);
  const note = (result: Result<unknown>): void => setFailure(result.ok ? null : result.failure);
  return {
    failure,
    isEnding,
    toggle: () => {
      if (isEnding || run === null) return;
      const command = run.state === "running" ? "provisioning.pause" : "provisioning.resume";
      void client.call(command, {}).then(note);
    },
    end: async () => {
      setEnding(true);
      const ended = await client.call("provisioning.end", {});
      setEnding(false);
      note(ended);
      if (!ended.ok) return;
      const plan = run === null || run.isDryRun ? null : run.plan;
      onEnd(plan === null ? null : { plan, name: run?.name ?? "", isDraft: false });
    },
    retry: async (slot) => note(await client.call("provisioning.retry", { slot })),
    relieve: async (operator) => note(await client.call("provisioning.operator", { operator })),
  };
}
