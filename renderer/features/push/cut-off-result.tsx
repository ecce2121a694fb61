// A write whose line was cut: not known at first, then what reading the terminal again tells.
import { useEffect } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { CountdownRing } from "../../ui/countdown-ring.tsx";
import { Notice } from "../../ui/notice.tsx";
import { readAgain, reconnect } from "../session/connect.ts";
import { findInterrupted, type Push, type SettledField } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { CableAnswer } from "./cable-answer.tsx";
import { ChangeTable } from "./change-table.tsx";
import { FieldOutcome } from "./field-outcome.tsx";
import { SessionNotices } from "./session-notices.tsx";
import { HomeButton, ResultFrame } from "./result-frame.tsx";
import { fullRing, useSecondsLeft } from "./use-seconds-left.ts";

export function UnsettledView({ unsettled }: { readonly unsettled: Push & { readonly kind: "unsettled" } }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { connection } = useSession();
  const isConnecting = connection.kind === "connecting";
  const { cause, changes, guard } = unsettled.cut;
  const seconds = useSecondsLeft(guard?.isGuarded === true ? guard.until : null);
  return (
    <ResultFrame
      state="unknown"
      outcome="unknown"
      title={say("result.unknown")}
      text={say(cause === "reloaded" ? "result.reloaded" : "result.unknown-text")}
    >
      <div>
        <Button look="primary" disabled={isConnecting} onClick={() => void reconnect(desk)}>
          {say(isConnecting ? "stage.reading" : "result.reconnect")}
        </Button>
      </div>
      {seconds > 0 && <CountdownRing seconds={seconds} of={fullRing} label={say("result.goes-back", { seconds })} />}
      {guard?.isGuarded === false && (
        <Notice state="odd">
          <p>{say("lost.stays")}</p>
        </Notice>
      )}
      {cause === "reloaded" && guard?.isGuarded !== false && <CableAnswer moment={{ name: "rolling-back" }} />}
      <ChangeTable
        changes={changes}
        outcome={{ title: say("result.value"), show: () => <FieldOutcome verdict="unknown" persisted={null} /> }}
      />
    </ResultFrame>
  );
}

const titles = { new: "result.settled-new", old: "result.settled-old", other: "result.settled-mixed" } as const;
const marks = { new: "ok", old: "odd", other: "wrong" } as const;
const verdicts = { new: "applied", old: "not-applied", other: "unknown" } as const;

export function SettledView({ settled }: { readonly settled: Push & { readonly kind: "settled" } }) {
  const { say } = useSpeech();
  const { cut, fields } = settled;
  const isInterrupted = findInterrupted(useSession()) !== null;
  const seconds = useSecondsLeft(cut.guard?.isGuarded === true ? cut.guard.until : null);
  const isUnlasting = fields.some((field) => field.isUnlasting);
  const isPending = isUnlasting && seconds > 0;
  useReadOnceOver(isUnlasting && cut.guard?.isGuarded === true, seconds === 0);
  const overall = judgeFields(fields);
  return (
    <ResultFrame
      state={isPending ? "odd" : marks[overall]}
      outcome={isPending ? "pending" : `settled-${overall}`}
      title={say(isPending ? "result.pending" : titles[overall])}
      text={isPending ? say("result.pending-text", { seconds }) : say("result.settled-text")}
    >
      <SessionNotices />
      <ChangeTable
        changes={fields.map((field) => field.change)}
        outcome={{
          title: say("result.value"),
          show: (change) => {
            const field = fields.find((one) => one.change === change);
            return field === undefined ? null : <SettledOutcome field={field} isPending={isPending} />;
          },
        }}
      />
      <div>
        <HomeButton isNext={!isInterrupted} />
      </div>
      <CableAnswer moment={isPending ? { name: "guarded", seconds } : { name: "after" }} />
    </ResultFrame>
  );
}

/** `isPending`: it will be what it was before any restart. */
function SettledOutcome({ field, isPending }: { readonly field: SettledField; readonly isPending: boolean }) {
  const { state, persisted } = field;
  return (
    <FieldOutcome verdict={verdicts[state]} persisted={state === "other" ? null : persisted} tellsFuture={!isPending} />
  );
}

/** Reads the terminal once more when it has had the time to go back by itself. */
function useReadOnceOver(isWaiting: boolean, isOver: boolean): void {
  const desk = useDesk();
  useEffect(() => {
    if (isWaiting && isOver) void readAgain(desk);
  }, [isWaiting, isOver, desk]);
}

function judgeFields(fields: readonly SettledField[]): SettledField["state"] {
  if (fields.every((field) => field.state === "new")) return "new";
  return fields.every((field) => field.state === "old") ? "old" : "other";
}
