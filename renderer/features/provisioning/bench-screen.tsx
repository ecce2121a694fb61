// The bench: a sheet becomes a plan, the plan is carried out on many terminals at once, and what was set is printed.
//
//   plans (a sheet: sent -> checked -> kept) -> wall (start -> cards -> end) -> labels and report
import "../../i18n/late-words.ts";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { useWaiting } from "../shell/handed-file.ts";
import { PlansView } from "./plans-view.tsx";
import { PrintView } from "./print-view.tsx";
import { RunBar } from "./run-bar.tsx";
import { StartForm } from "./start-form.tsx";
import type { WantedPlan } from "./start-terms.ts";
import { useRunControl } from "./use-run-control.ts";
import { useRun } from "./use-run.ts";
import { useTurnSounds } from "./use-turn-sounds.ts";
import { Wall } from "./wall.tsx";

const views = ["plans", "wall", "print"] as const;
type View = (typeof views)[number];

export function BenchScreen() {
  const { say } = useSpeech();
  const { run, turns, failure, askAgain } = useRun();
  const [chosen, setView] = useState<View | null>(null);
  const [wanted, setWanted] = useState<WantedPlan | null>(null);
  const sounds = useTurnSounds(turns);
  const isHanded = useWaiting("plan");
  useEffect(() => {
    if (isHanded) setView("plans");
  }, [isHanded]);
  // A run that goes on is found again wherever the window was.
  const view = isHanded ? "plans" : (chosen ?? (run?.plan == null ? "plans" : "wall"));
  const open = (next: View, plan: WantedPlan | null = wanted): void => {
    setWanted(plan);
    setView(next);
  };
  const isWall = run !== null && view === "wall" && run.plan !== null;
  const top = useTop(`${view} ${isWall}`);
  const control = useRunControl(run, (plan) => open("print", plan));
  return (
    <div
      ref={top}
      data-wide=""
      data-bench={run === null ? "loading" : view}
      className="flex min-h-full flex-col gap-5 px-8 py-5 narrow:px-5 low:gap-3 low:py-3"
    >
      <Head view={view} isLow={isWall} onView={(next) => open(next)}>
        {isWall && <RunBar run={run} control={control} sounds={sounds} />}
      </Head>
      {failure !== null && <Unknown failure={failure} onAgain={askAgain} />}
      {run === null && failure === null && (
        <p className="flex items-center gap-3 text-16 text-soft" role="status">
          <Spinner /> {say("bench.loading")}
        </p>
      )}
      {run !== null && view === "plans" && <PlansView run={run} onStart={(plan) => open("wall", plan)} />}
      {run !== null && view === "wall" && run.plan === null && <StartForm run={run} wanted={wanted} />}
      {isWall && <Wall run={run} turns={turns} control={control} />}
      {run !== null && view === "print" && <PrintView run={run} wanted={wanted} />}
    </div>
  );
}

interface HeadProps {
  readonly view: View;
  /** In a low window the cards are what one sees, and the tab says already where one is. */
  readonly isLow: boolean;
  readonly onView: (view: View) => void;
  /** In the same line. */
  readonly children: ReactNode;
}

function Head({ view, isLow, onView, children }: HeadProps) {
  const { say } = useSpeech();
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <h1 className={`text-28 font-semibold tracking-[-0.01em] low:text-20 ${isLow ? "low:sr-only" : ""}`}>
        {say("bench.title")}
      </h1>
      <Segmented
        label={say("bench.views")}
        value={view}
        onChoose={onView}
        segments={views.map((value) => ({ value, label: say(`bench.${value}`) }))}
      />
      {children}
    </div>
  );
}

/** Each part is seen from its head, however far down the one before it was left. */
function useTop(part: string) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.closest("main")?.scrollTo(0, 0);
  }, [part]);
  return top;
}

interface UnknownProps {
  readonly failure: Failure;
  readonly onAgain: () => void;
}

function Unknown({ failure, onAgain }: UnknownProps) {
  const { say } = useSpeech();
  return (
    <div role="alert" className="flex flex-col items-start gap-3">
      <FailureWords failure={failure} />
      <Button onClick={onAgain}>{say("bench.again")}</Button>
    </div>
  );
}
