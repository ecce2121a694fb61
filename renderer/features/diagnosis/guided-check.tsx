// One big button, the stages as they end, then the result.
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { PathPicture } from "../../ui/path-picture.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { TimeLeft } from "../wait/time-left.tsx";
import { type Check, useGuide } from "./guide.ts";
import { OpenAnswer } from "./open-answer.tsx";
import { ResultView } from "./result-view.tsx";
import { startCheck, stopCheck } from "./run-guide.ts";
import { drawStages } from "./stage-path.ts";
import { StageRows } from "./stage-rows.tsx";

export function GuidedCheck({ session }: { readonly session: string }) {
  const guide = useGuide();
  const desk = useDesk();
  const check: Check = guide.session === session ? guide.cable : { kind: "none" };
  const start = (): void => void startCheck(desk);
  switch (check.kind) {
    case "none":
      return <Begin onStart={start} />;
    case "running":
      return <Running check={check} />;
    case "failed":
      return (
        <div className="flex flex-col gap-4" role="alert" data-why="failed">
          <FailureWords failure={check.failure} />
          <Again onStart={start} />
        </div>
      );
    case "done":
      return <ResultView check={check} way="cable" again={<AfterResult onStart={start} />} />;
  }
}

function Begin({ onStart }: { readonly onStart: () => void }) {
  const { say } = useSpeech();
  return (
    <div className="flex flex-col gap-5" data-why="begin">
      <Headline about="begin">{say("why.title")}</Headline>
      <p className="max-w-[44em] text-16 text-soft">{say("why.text")}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" className="px-10 py-3 text-20" onClick={onStart}>
          {say("why.start")}
        </Button>
        <HomeButton />
      </div>
      <OpenAnswer />
    </div>
  );
}

export function HomeButton() {
  const { say } = useSpeech();
  const desk = useDesk();
  return (
    <Button look="quiet" onClick={() => desk.store.change((state) => ({ ...state, screen: "check" }))}>
      {say("why.back")}
    </Button>
  );
}

function AfterResult({ onStart }: { readonly onStart: () => void }) {
  return (
    <>
      <OpenAnswer />
      <Again onStart={onStart} />
    </>
  );
}

function Again({ onStart }: { readonly onStart: () => void }) {
  const { say } = useSpeech();
  return (
    <div className="flex flex-wrap gap-3">
      <Button onClick={onStart}>{say("why.again")}</Button>
      <HomeButton />
    </div>
  );
}

function Running({ check }: { readonly check: Check & { readonly kind: "running" } }) {
  const { say } = useSpeech();
  const { hops, broken } = drawStages(check.stages, say);
  return (
    <div className="flex flex-col gap-5" data-why="running">
      <div className="flex flex-wrap items-center gap-3" role="status">
        <Spinner className="size-5" />
        <Headline about="running">{say("why.running")}</Headline>
        <TimeLeft of="checking" />
        <Button look="quiet" onClick={() => stopCheck("cable")}>
          {say("why.cancel")}
        </Button>
      </div>
      <PathPicture title={say("path.title")} hops={hops} broken={broken} />
      <StageRows stages={check.stages} />
    </div>
  );
}
