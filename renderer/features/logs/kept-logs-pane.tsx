import { Radio } from "lucide-react";
import { useEffect } from "react";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { KeptList } from "./kept-list.tsx";
import { findKeptLogs, type KeptLogs, listKept, pullTerminal, useKeptLogs } from "./kept-logs.ts";
import { followLive } from "./viewer/follow-live.ts";
import { findViewer } from "./viewer/viewer-state.ts";

/** Whole logs: pulled from the terminal that is connected, and those that this PC keeps, by terminal. */
export function KeptLogsPane() {
  const { say, language } = useSpeech();
  const { connection } = useSession();
  const desk = useDesk();
  const logs = findKeptLogs(desk.client);
  const { kept, pulling, isNothingNew, failure } = useKeptLogs(logs);
  useEffect(() => void listKept(logs), [logs]);
  const session = connection.kind === "open" ? connection.session : null;
  const captures = kept?.captures ?? [];
  if (session === null && captures.length === 0) return null;
  return (
    <section
      aria-label={say("kept.title")}
      data-kept=""
      className="flex max-h-[70%] shrink-0 flex-col gap-2 overflow-y-auto border-b border-line px-8 py-2 text-13 narrow:px-5 low:py-1"
    >
      {session !== null && pulling === null && <PullBar session={session} isNothingNew={isNothingNew} />}
      {pulling !== null && <Pulling logs={logs} progress={pulling.progress} />}
      {failure !== null && (
        <Notice state="wrong" role="alert" title={describeFailure(failure, language).title}>
          <p>{describeFailure(failure, language).sentence}</p>
        </Notice>
      )}
      {kept !== null && captures.length > 0 && <KeptList logs={logs} kept={kept} />}
    </section>
  );
}

interface PullBarProps {
  readonly session: string;
  readonly isNothingNew: boolean;
}

function PullBar({ session, isNothingNew }: PullBarProps) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { choice } = useSession();
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <Button onClick={() => void pullTerminal(desk, session, false)}>{say("kept.pull-new")}</Button>
      <Button look="quiet" onClick={() => void pullTerminal(desk, session, true)}>
        {say("kept.pull-all")}
      </Button>
      <Button
        look="quiet"
        data-follow-live=""
        icon={<Radio aria-hidden="true" className="size-4" />}
        onClick={() => void followLive(findViewer(desk.client), { session, name: choice?.port ?? "" })}
      >
        {say("live.follow")}
      </Button>
      <span role="status">{isNothingNew && say("kept.nothing-new")}</span>
    </div>
  );
}

interface PullingProps {
  readonly logs: KeptLogs;
  readonly progress: NonNullable<ReturnType<typeof useKeptLogs>["pulling"]>["progress"];
}

function Pulling({ logs, progress }: PullingProps) {
  const { say } = useSpeech();
  return (
    <p className="flex flex-wrap items-center gap-3" role="status" data-pulling="">
      <Spinner />
      {progress === null ? say("kept.beginning") : say("kept.pulling", describe(progress))}
      {progress?.secondsLeft != null && <span>{say("wait.seconds", { count: progress.secondsLeft })}</span>}
      <Button look="quiet" onClick={() => logs.stop?.abort()}>
        {say("connect.cancel")}
      </Button>
    </p>
  );
}

function describe({ source, done, total }: NonNullable<PullingProps["progress"]>) {
  const kilobytes = (bytes: number): number => Math.round(bytes / 1000);
  return { source, done: kilobytes(done), all: total === null ? "?" : kilobytes(total) };
}
