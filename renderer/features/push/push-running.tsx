import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { CountdownRing } from "../../ui/countdown-ring.tsx";
import { Headline } from "../../ui/headline.tsx";
import { StageList, type StageView } from "../../ui/stage-list.tsx";
import { stopPush } from "../session/push-plan.ts";
import { findReport, type Push, type StageName } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { CableAnswer, type CableMoment } from "./cable-answer.tsx";
import { ChangeTable } from "./change-table.tsx";
import { TestResults } from "./test-results.tsx";
import { useSecondsLeft } from "./use-seconds-left.ts";

/** What the terminal is asked to wait before it goes back by itself; the contract's own default. */
const fullRing = 90;

export function PushRunning({ running }: { readonly running: Push & { readonly kind: "running" } }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { stage, guard, isStopping, tested } = running;
  const canGuard = findReport(useSession())?.capabilities["arm-timer"]?.state === "yes";
  const seconds = useSecondsLeft(guard?.isGuarded === true ? guard.until : null);
  const moment = findMoment(stage, guard?.isGuarded === true ? seconds : null, canGuard);
  return (
    <div className="flex flex-col gap-5 low:gap-3">
      <Headline>{say("push.running-title")}</Headline>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <StageList label={say("push.running-title")} stages={useSteps(running, canGuard)} />
        {moment.name === "guarded" && (
          <CountdownRing seconds={seconds} of={fullRing} label={say("push.goes-back", { seconds })} />
        )}
      </div>
      <CableAnswer moment={moment} />
      <TestResults results={tested} />
      <div className="flex flex-wrap items-center gap-4">
        <Button
          disabled={isStopping || stage === "confirming" || stage === "rolling-back"}
          onClick={() => stopPush(desk)}
        >
          {say("push.stop")}
        </Button>
        {isStopping && <p className="text-14 text-soft">{say("push.stopping")}</p>}
      </div>
      <ChangeTable changes={running.plan.changes} />
    </div>
  );
}

type Running = Push & { readonly kind: "running" };

function useSteps({ stage, terms }: Running, canGuard: boolean): readonly StageView[] {
  const { say } = useSpeech();
  const tests = terms.tests.length > 0 ? (["testing"] as const) : [];
  const ends =
    stage === "rolling-back" ? (["rolling-back"] as const) : (["verifying", ...tests, "confirming"] as const);
  const shown = ["reading", "arming", "writing", ...ends] as const;
  const at = Math.max(
    0,
    shown.findIndex((step) => step === stage),
  );
  return shown.map((step, place) => {
    const state = place < at ? "done" : place === at ? "now" : "later";
    const name = step === "arming" && !canGuard ? say("push.step-keeping") : say(`push.step-${step}`);
    return { id: step, name, state, word: say(`stage.${state}`) };
  });
}

/** `seconds`: until the terminal goes back by itself; null when it does not. */
function findMoment(stage: StageName | null, seconds: number | null, canGuard: boolean): CableMoment {
  if (stage === "arming") return { name: canGuard ? "arming" : "preparing" };
  if (stage === "confirming") return { name: "confirming" };
  if (stage === "rolling-back") return { name: seconds === null ? "unguarded" : "rolling-back" };
  if (stage === "writing" || stage === "verifying" || stage === "testing")
    return seconds === null ? { name: "unguarded" } : { name: "guarded", seconds };
  return { name: "reading" };
}
