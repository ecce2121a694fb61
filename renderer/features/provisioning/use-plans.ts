import { useCallback, useEffect, useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useDesk } from "../session/use-desk.tsx";

export type KeptPlan = Output<"provisioning.plans">["plans"][number];

/** The plans of the register, asked for again whenever `about` changes. */
export function usePlans(about: unknown) {
  const { client } = useDesk();
  const [plans, setPlans] = useState<readonly KeptPlan[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isLatest = true;
    void client.call("provisioning.plans", {}).then((listed) => {
      if (!isLatest) return;
      setFailure(listed.ok ? null : listed.failure);
      if (listed.ok) setPlans(listed.value.plans);
    });
    return () => {
      isLatest = false;
    };
  }, [client, about, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { plans, failure, reload };
}
