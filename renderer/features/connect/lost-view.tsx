import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { dismissFailure, reconnect } from "../session/connect.ts";
import type { Connection } from "../session/session-state.ts";
import { useDesk } from "../session/use-desk.tsx";
import { FailureWords } from "./failure-words.tsx";

const accounts = { reading: "lost.while-reading", pushing: "lost.while-pushing", nothing: "lost.while-idle" } as const;

export function LostView({ lost }: { readonly lost: Connection & { readonly kind: "lost" } }) {
  const { say } = useSpeech();
  const desk = useDesk();
  return (
    <div className="flex flex-col gap-5 low:gap-3" role="alert">
      <div className="flex items-start gap-3">
        <StateMark state="wrong" className="mt-1.5 size-6 low:mt-1 low:size-5" />
        <Headline about={lost.failure.code}>{say("lost.title")}</Headline>
      </div>
      <p className="max-w-[44em] text-16">{say(accounts[lost.during])}</p>
      <FailureWords failure={lost.failure} />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" onClick={() => void reconnect(desk)}>
          {say("failure.reconnect")}
        </Button>
        <Button look="quiet" onClick={() => dismissFailure(desk)}>
          {say("failure.other")}
        </Button>
      </div>
    </div>
  );
}
