import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { StageList, type StageView } from "../../ui/stage-list.tsx";
import { stopPush } from "../session/push-plan.ts";
import type { Push, StageName } from "../session/session-state.ts";
import { useDesk } from "../session/use-desk.tsx";
import { CableAnswer, findMoment } from "./cable-answer.tsx";
import { ChangeTable } from "./change-table.tsx";

const steps = ["reading", "arming", "writing", "verifying", "confirming"] as const;
const stepsBack = ["reading", "arming", "writing", "rolling-back"] as const;

export function PushRunning({ running }: { readonly running: Push & { readonly kind: "running" } }) {
  const { say } = useSpeech();
  const desk = useDesk();
  return (
    <div className="flex flex-col gap-5 low:gap-3">
      <Headline>{say("push.running-title")}</Headline>
      <StageList label={say("push.running-title")} stages={useSteps(running.stage)} />
      <CableAnswer moment={findMoment(running.stage)} />
      <div className="flex flex-wrap items-center gap-4">
        <Button disabled={running.isStopping} onClick={() => stopPush(desk)}>
          {say("push.stop")}
        </Button>
        {running.isStopping && <p className="text-14 text-soft">{say("push.stopping")}</p>}
      </div>
      <ChangeTable changes={running.plan.changes} />
    </div>
  );
}

function useSteps(stage: StageName | null): readonly StageView[] {
  const { say } = useSpeech();
  const shown: readonly (typeof steps | typeof stepsBack)[number][] = stage === "rolling-back" ? stepsBack : steps;
  const at = Math.max(
    0,
    shown.findIndex((step) => step === stage),
  );
  return shown.map((step, place) => {
    const state = place < at ? "done" : place === at ? "now" : "later";
    return { id: step, name: say(`push.step-${step}`), state, word: say(`stage.${state}`) };
  });
}
