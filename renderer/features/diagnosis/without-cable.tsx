// Without a cable: how it connects, its settings, what it says; checked while it is typed, then the verdict.
import { useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { TimeLeft } from "../wait/time-left.tsx";
import { changeTyped, guide, useGuide } from "./guide.ts";
import { HomeButton } from "./guided-check.tsx";
import { ResultView } from "./result-view.tsx";
import { startWithout, stopCheck } from "./run-guide.ts";
import { StageRows } from "./stage-rows.tsx";
import { channels } from "./typed.ts";
import { SeenStep } from "./typed-seen.tsx";
import { ValuesStep } from "./typed-values.tsx";

const steps = ["way", "values", "seen"] as const;

export function WithoutCable() {
  const { say } = useSpeech();
  const { without } = useGuide();
  switch (without.kind) {
    case "none":
      return <Steps />;
    case "running":
      return (
        <div className="flex flex-col gap-5" data-why="running">
          <div className="flex flex-wrap items-center gap-3" role="status">
            <Spinner className="size-5" />
            <Headline about="running">{say("why.running-without")}</Headline>
            <TimeLeft of="checking" />
            <Button look="quiet" onClick={() => stopCheck("without")}>
              {say("why.cancel")}
            </Button>
          </div>
          <StageRows stages={without.stages} />
        </div>
      );
    case "failed":
      return (
        <div className="flex flex-col gap-4" role="alert" data-why="failed">
          <FailureWords failure={without.failure} />
          <Change />
        </div>
      );
    case "done":
      return <ResultView check={without} way="without" again={<Change />} />;
  }
}

function Change() {
  const { say } = useSpeech();
  return (
    <div className="flex flex-wrap gap-3">
      <Button onClick={() => guide.change((now) => ({ ...now, without: { kind: "none" } }))}>
        {say("without.change")}
      </Button>
      <HomeButton />
    </div>
  );
}

function Steps() {
  const { say } = useSpeech();
  const desk = useDesk();
  const { step, typed } = useGuide();
  const [isMissing, setIsMissing] = useState(false);
  const isLast = step === steps.length - 1;
  const goTo = (next: number): void => guide.change((now) => ({ ...now, step: next }));
  const goOn = (): void => {
    setIsMissing(typed.channel === null);
    if (typed.channel === null) return;
    if (isLast) void startWithout(desk);
    else goTo(step + 1);
  };
  return (
    <form
      className="flex flex-col gap-5 low:gap-3"
      data-without={steps[step]}
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <div className="flex flex-col gap-2 low:gap-1">
        <Headline about={steps[step] ?? ""}>{say("without.title")}</Headline>
        <p className="max-w-[44em] text-16 text-soft low:text-14">{say("without.text")}</p>
      </div>
      <StepNames step={step} />
      {step === 0 && <WayStep isMissing={isMissing && typed.channel === null} />}
      {step === 1 && <ValuesStep />}
      {step === 2 && <SeenStep />}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" type="submit" className="px-8 text-16">
          {say(isLast ? "without.check" : "without.next")}
        </Button>
        {step > 0 && <Button onClick={() => goTo(step - 1)}>{say("without.before")}</Button>}
        <HomeButton />
      </div>
    </form>
  );
}

function StepNames({ step }: { readonly step: number }) {
  const { say } = useSpeech();
  return (
    <ol aria-label={say("without.steps")} className="flex flex-wrap gap-x-6 gap-y-1 text-14">
      {steps.map((name, at) => (
        <li
          key={name}
          aria-current={at === step ? "step" : undefined}
          className={at === step ? "font-semibold text-ink" : "text-soft"}
        >
          {at + 1}. {say(`without.step-${name}`)}
        </li>
      ))}
    </ol>
  );
}

function WayStep({ isMissing }: { readonly isMissing: boolean }) {
  const { say } = useSpeech();
  const { typed } = useGuide();
  return (
    <div className="flex flex-col gap-3" role={isMissing ? "alert" : undefined}>
      <h2 className={`text-16 font-semibold ${isMissing ? "text-wrong" : ""}`}>{say("without.channel")}</h2>
      <div>
        <Segmented
          label={say("without.channel")}
          segments={channels.map((value) => ({ value, label: say(`without.${value}`) }))}
          value={typed.channel ?? ("" as never)}
          onChoose={(channel) => changeTyped({ channel })}
        />
      </div>
    </div>
  );
}
