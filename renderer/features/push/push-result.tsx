// How a write ended, per field: what was applied, how that is known, and whether it outlasts a restart.
import type { ReactNode } from "react";
import type { PushResult } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { type HopState, StateMark } from "../../ui/state-mark.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { reconnect } from "../session/connect.ts";
import { leavePush, preparePlan } from "../session/push-plan.ts";
import type { Push, SettledField } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { CableAnswer } from "./cable-answer.tsx";
import { ChangeTable } from "./change-table.tsx";
import { FieldOutcome } from "./field-outcome.tsx";
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
    <Result
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
      <CableAnswer moment="after" />
    </Result>
  );
}

export function UnsettledView({ unsettled }: { readonly unsettled: Push & { readonly kind: "unsettled" } }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { connection } = useSession();
  const isConnecting = connection.kind === "connecting";
  return (
    <Result
      state="unknown"
      outcome="unknown"
      title={say("result.unknown")}
      text={say(unsettled.cause === "reloaded" ? "result.reloaded" : "result.unknown-text")}
    >
      <div className="flex flex-wrap gap-3">
        <Button look="primary" disabled={isConnecting} onClick={() => void reconnect(desk)}>
          {say(isConnecting ? "stage.reading" : "result.reconnect")}
        </Button>
      </div>
      <ChangeTable
        changes={unsettled.changes}
        outcome={{ title: say("result.value"), show: () => <FieldOutcome verdict="unknown" persisted={null} /> }}
      />
    </Result>
  );
}

const settledTitles = { new: "result.settled-new", old: "result.settled-old", other: "result.settled-mixed" } as const;
const settledMarks = { new: "ok", old: "odd", other: "wrong" } as const;
const settledVerdicts = { new: "applied", old: "not-applied", other: "unknown" } as const;

export function SettledView({ settled }: { readonly settled: Push & { readonly kind: "settled" } }) {
  const { say } = useSpeech();
  const overall = judgeFields(settled.fields);
  return (
    <Result
      state={settledMarks[overall]}
      outcome={`settled-${overall}`}
      title={say(settledTitles[overall])}
      text={say("result.settled-text")}
    >
      <ChangeTable
        changes={settled.fields.map((field) => field.change)}
        outcome={{
          title: say("result.value"),
          show: (change) => {
            const field = settled.fields.find((one) => one.change === change);
            return field === undefined ? null : (
              <FieldOutcome
                verdict={settledVerdicts[field.state]}
                persisted={field.state === "other" ? null : field.persisted}
              />
            );
          },
        }}
      />
      <div>
        <HomeButton />
      </div>
    </Result>
  );
}

function judgeFields(fields: readonly SettledField[]): SettledField["state"] {
  if (fields.every((field) => field.state === "new")) return "new";
  return fields.every((field) => field.state === "old") ? "old" : "other";
}

interface ResultProps {
  readonly state: HopState;
  readonly outcome: string;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Result({ state, outcome, title, text, children }: ResultProps) {
  return (
    <div className="flex flex-col gap-5 low:gap-3" data-outcome={outcome} role="status">
      <div className="flex items-start gap-3">
        <StateMark state={state} className="mt-1.5 size-7 low:mt-1 low:size-5" />
        <div className="flex flex-col gap-1">
          <Headline about={outcome}>{title}</Headline>
          <p className="text-16 text-soft">{text}</p>
        </div>
      </div>
      {children}
    </div>
  );
}

function HomeButton() {
  const { say } = useSpeech();
  const desk = useDesk();
  return (
    <Button look="primary" onClick={() => leavePush(desk)}>
      {say("result.home")}
    </Button>
  );
}
