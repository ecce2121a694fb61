import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { CountdownRing } from "../../ui/countdown-ring.tsx";
import { Headline } from "../../ui/headline.tsx";
import { StageList, type StageView } from "../../ui/stage-list.tsx";
import { stopPush } from "../session/push-plan.ts";
import { findReport, type Guard, type Push, type StageName } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { TimeLeft } from "../wait/time-left.tsx";
import { CableAnswer, type CableMoment } from "./cable-answer.tsx";
import { TestResults } from "./test-results.tsx";
import { ChangeTable } from "./change-table.tsx";
import { fullRing, useSecondsLeft } from "./use-seconds-left.ts";

const steps = ["reading", "arming", "writing", "verifying", "testing", "confirming"] as const;

type Running = Push & { readonly kind: "running" };

export function PushRunning({ running }: { readonly running: Running }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { stage, guard, isStopping } = running;
  const seconds = useSecondsLeft(guard?.isGuarded === true ? guard.until : null);
  const canGuard = useCanGuard();
  const moment = moderate(findMoment(stage, guard, seconds), { canGuard, isGuarded: guard?.isGuarded === true });
  return (
    <div className="flex flex-col gap-5 low:gap-3">
      <div className="flex flex-wrap items-baseline gap-x-4 text-16 text-soft">
        <Headline>{say("push.running-title")}</Headline>
        <TimeLeft of="writing" />
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <StageList label={say("push.running-title")} stages={useSteps(running)} />
        {moment.name === "guarded" && (
          <CountdownRing seconds={seconds} of={fullRing} label={say("push.goes-back", { seconds })} />
        )}
      </div>
      <CableAnswer moment={moment} />
      <TestResults results={running.tested ?? []} />
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

/** Tests stand in the list only once there are some: many writes have none. */
function useSteps({ stage, tests, plan }: Running): readonly StageView[] {
  const { say } = useSpeech();
  const canGuard = useCanGuard();
  // Whether somebody has the new address is asked while nothing has changed yet.
  const asksEarly = plan.tests?.some(({ when }) => when === "before") === true;
  const isGoingBack = stage === "rolling-back";
  const shown = isGoingBack
    ? (["reading", "arming", "writing", "rolling-back"] as const)
    : steps.filter((step) => step !== "testing" || tests);
  const at = Math.max(
    0,
    shown.findIndex((step) => step === stage),
  );
  return shown.map((step, place) => {
    const state = place < at ? "done" : place === at ? "now" : "later";
    const named = step === "arming" && !canGuard ? "keeping" : step === "reading" && asksEarly ? "probing" : step;
    const name = say(`push.step-${named}`);
    return { id: step, name, state, word: say(`stage.${state}`) };
  });
}

function findMoment(stage: StageName | null, guard: Guard | null, seconds: number): CableMoment {
  if (stage === "writing" || stage === "verifying" || stage === "testing") {
    return guard?.isGuarded === true ? { name: "guarded", seconds } : { name: "unguarded" };
  }
  const isTold = stage === "arming" || stage === "confirming" || stage === "rolling-back";
  return { name: isTold ? stage : "reading" };
}

/** Nothing is promised of a terminal that cannot go back by itself. */
function moderate(moment: CableMoment, { canGuard, isGuarded }: Readonly<Record<"canGuard" | "isGuarded", boolean>>) {
  if (moment.name === "arming" && !canGuard) return { name: "preparing" } as const;
  return moment.name === "rolling-back" && !isGuarded ? ({ name: "unguarded" } as const) : moment;
}

function useCanGuard(): boolean {
  return findReport(useSession())?.capabilities["arm-timer"]?.state === "yes";
}
