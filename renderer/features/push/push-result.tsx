// How a write ended, per field: what was applied, how that is known, and whether it outlasts a restart.
import type { PushResult } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import type { HopState } from "../../ui/state-mark.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { preparePlan } from "../session/push-plan.ts";
import type { Push } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { CableAnswer } from "./cable-answer.tsx";
import { ChangeTable } from "./change-table.tsx";
import { FieldOutcome } from "./field-outcome.tsx";
import { HomeButton, ResultFrame } from "./result-frame.tsx";
import { reverseChanges } from "./settle-changes.ts";

const marks: Readonly<Record<PushResult["outcome"], HopState>> = {
  "confirmed": "ok",
  "unchanged": "ok",
  "rolled-back": "odd",
  "refused": "wrong",
  "unknown": "unknown",
};

export function DoneView({ done }: { readonly done: Push & { readonly kind: "done" } }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { outcome, plan, fields, failure } = done.result;
  const { connection } = useSession();
  const isOpen = connection.kind === "open" && !connection.isReading;
  return (
    <ResultFrame
      state={marks[outcome]}
      outcome={outcome}
      title={say(`result.${outcome}`)}
      text={say(`result.${outcome}-text`)}
    >
      {failure !== null && <FailureWords failure={failure} />}
      <ChangeTable
        changes={plan.changes}
        outcome={{
          title: say("result.value"),
          show: (change) => {
            const field = fields.find((one) => one.interface === change.interface && one.field === change.field);
            return field === undefined ? null : <FieldOutcome verdict={field.verdict} persisted={field.persisted} />;
          },
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <HomeButton />
        {outcome === "confirmed" && plan.changes.length > 0 && (
          <Button
            title={say("result.undo-why")}
            disabled={!isOpen}
            onClick={() => void preparePlan(desk, { set: reverseChanges(plan.changes), fix: false })}
          >
            {say("result.undo")}
          </Button>
        )}
        {outcome === "refused" && (
          <Button disabled={!isOpen} onClick={() => void preparePlan(desk, done.request)}>
            {say("push.again")}
          </Button>
        )}
      </div>
      <CableAnswer moment={{ name: "after" }} />
    </ResultFrame>
  );
}
