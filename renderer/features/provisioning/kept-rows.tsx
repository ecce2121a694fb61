// The rows of a kept plan with what became of each: one that is not done can be corrected, a stopped one freed again.
import { useEffect, useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { nameFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { SavePlan } from "./save-plan.tsx";
import { CorrectButton, Correction, useCorrection } from "./row-correction.tsx";
import { listColumns, type RowColumn } from "./rows-table.tsx";
import { SearchedRows } from "./searched-rows.tsx";
import type { KeptPlan } from "./use-plans.ts";

type KeptRow = Output<"provisioning.rows">["rows"][number];

/** More than a plan holds on a bench. */
const page = 1000;

interface KeptRowsProps {
  readonly plan: KeptPlan;
  readonly operator: string;
  readonly onChange: () => void;
}

export function KeptRows({ plan: { plan, counts, isClosed }, operator, onChange }: KeptRowsProps) {
  const speech = useSpeech();
  const { say, language } = speech;
  const { rows, failure, fail, more, reopen, reload } = useKeptRows(plan, operator, onChange);
  const correction = useCorrection(plan, operator, reload);
  const columns: readonly RowColumn<KeptRow>[] = [
    ...listColumns(speech),
    { id: "state", title: say("bench.state"), read: ({ state }) => say(`bench.state-${state}`) },
    { id: "terminal", title: say("bench.terminal"), read: ({ terminal }) => terminal ?? "" },
    { id: "by", title: say("bench.operator"), read: ({ by }) => by?.operator ?? "" },
    { id: "why", title: say("bench.why"), read: ({ why }) => (why === null ? "" : nameFailure(why, language)) },
  ];
  const all = counts.free + counts.claimed + counts.done + counts.stopped;
  return (
    <div className="flex flex-col gap-3" data-kept-rows={rows.length}>
      {failure !== null && (
        <div role="alert">
          <FailureWords failure={failure} />
        </div>
      )}
      <SearchedRows
        rows={rows}
        all={all}
        load={more}
        columns={columns}
        isWrong={({ state }) => state === "stopped"}
        act={({ place, state }) => (
          <span className="flex gap-1">
            {state !== "done" && !isClosed && <CorrectButton place={place} correction={correction} />}
            {state === "stopped" && (
              <Button look="quiet" onClick={() => void reopen(place)}>
                {say("bench.reopen")}
              </Button>
            )}
          </span>
        )}
      >
        <SavePlan plan={plan} onFailure={fail} />
      </SearchedRows>
      <Correction correction={correction} />
    </div>
  );
}

function useKeptRows(plan: string, operator: string, onChange: () => void) {
  const { client } = useDesk();
  const [rows, setRows] = useState<readonly KeptRow[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isLatest = true;
    void client.call("provisioning.rows", { plan, limit: page }).then((listed) => {
      if (!isLatest) return;
      setFailure(listed.ok ? null : listed.failure);
      if (listed.ok) setRows(listed.value.rows);
    });
    return () => {
      isLatest = false;
    };
  }, [client, plan, round]);
  return {
    rows,
    failure,
    fail: setFailure,
    reload: () => setRound(round + 1),
    more: async () => {
      const listed = await client.call("provisioning.rows", { plan, after: rows.at(-1)?.place ?? 0, limit: page });
      setFailure(listed.ok ? null : listed.failure);
      if (listed.ok) setRows([...rows, ...listed.value.rows]);
    },
    reopen: async (place: number) => {
      const reopened = await client.call("provisioning.reopen", { plan, place, operator });
      setFailure(reopened.ok ? null : reopened.failure);
      setRound(round + 1);
      onChange();
    },
  };
}
