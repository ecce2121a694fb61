import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { CableAnswer } from "./cable-answer.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { leavePush, preparePlan } from "../session/push-plan.ts";
import { findInterrupted, type Push } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { SessionNotices, SettleButton } from "./session-notices.tsx";

/** It did not come to writing, or what was cut off earlier could not be settled. */
export function PushFailed({ failed }: { readonly failed: Push & { readonly kind: "failed" } }) {
  const { say, language } = useSpeech();
  const desk = useDesk();
  const session = useSession();
  const { failure, during } = failed;
  const isUntold = failure.code === "push-interrupted" && findInterrupted(session) === null;
  const undo = during !== "resuming" && "undoes" in during && failure.code === "undo-moved-on" ? during : null;
  return (
    <div className="flex flex-col gap-5 low:gap-3" role="alert" data-outcome="failed">
      <div className="flex items-start gap-3">
        <StateMark state="wrong" className="mt-1.5 size-6 low:mt-1 low:size-5" />
        <Headline about={failure.code}>{describeFailure(failure, language).title}</Headline>
      </div>
      <p className="text-16">{say(during === "resuming" ? "interrupted.not-settled" : "result.refused-text")}</p>
      <SessionNotices />
      <FailureWords failure={failure} />
      {during !== "resuming" && <CableAnswer moment={{ name: "after" }} />}
      <div>
        <Button look={isUntold ? "plain" : "primary"} onClick={() => leavePush(desk)}>
          {say("result.home")}
        </Button>
        <span className="ml-3 inline-flex gap-3">
          {isUntold && <SettleButton />}
          {undo !== null && (
            <Button
              disabled={session.connection.kind !== "open"}
              onClick={() => void preparePlan(desk, { ...undo, insist: true })}
            >
              {say("history.insist")}
            </Button>
          )}
        </span>
      </div>
    </div>
  );
}
