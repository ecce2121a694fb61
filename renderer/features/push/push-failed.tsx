import type { Failure } from "../../../electron/core/failures/failure.ts";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { CableAnswer } from "./cable-answer.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { leavePush } from "../session/push-plan.ts";
import { useDesk } from "../session/use-desk.tsx";

/** It did not come to writing: whatever the reason, nothing on the terminal was changed. */
export function PushFailed({ failure }: { readonly failure: Failure }) {
  const { say, language } = useSpeech();
  const desk = useDesk();
  return (
    <div className="flex flex-col gap-5 low:gap-3" role="alert" data-outcome="failed">
      <div className="flex items-start gap-3">
        <StateMark state="wrong" className="mt-1.5 size-6 low:mt-1 low:size-5" />
        <Headline about={failure.code}>{describeFailure(failure, language).title}</Headline>
      </div>
      <p className="text-16">{say("result.refused-text")}</p>
      <FailureWords failure={failure} />
      <CableAnswer moment={{ name: "after" }} />
      <div>
        <Button look="primary" onClick={() => leavePush(desk)}>
          {say("result.home")}
        </Button>
      </div>
    </div>
  );
}
