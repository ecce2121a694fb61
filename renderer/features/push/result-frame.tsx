import type { ReactNode } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { type HopState, StateMark } from "../../ui/state-mark.tsx";
import { leavePush } from "../session/push-plan.ts";
import { useDesk } from "../session/use-desk.tsx";

interface ResultFrameProps {
  readonly state: HopState;
  readonly outcome: string;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** How a write ended, in one sentence and how that is known. */
export function ResultFrame({ state, outcome, title, text, children }: ResultFrameProps) {
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

/** `isNext`: nothing else on the screen is what to do now. */
export function HomeButton({ isNext = true }: { readonly isNext?: boolean }) {
  const { say } = useSpeech();
  const desk = useDesk();
  return (
    <Button look={isNext ? "primary" : "plain"} onClick={() => leavePush(desk)}>
      {say("result.home")}
    </Button>
  );
}
