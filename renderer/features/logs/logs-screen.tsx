// Logs: those of the terminal that is connected, and any that a person opens or drops here.
import "../../i18n/late-words.ts";
import { type DragEvent, useState } from "react";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { TimeLeftAtRate } from "../wait/time-left.tsx";
import { useWantedLines } from "./show-lines.ts";
import { KeptLogsPane } from "./kept-logs-pane.tsx";
import { TerminalLogs } from "./terminal-logs.tsx";
import { FileButton } from "./viewer/file-button.tsx";
import { gatherDropped, openFiles, stopOpening } from "./viewer/open-files.ts";
import { LogViewer } from "./viewer/viewer.tsx";
import { findViewer, useViewer, type Viewer, type ViewerState } from "./viewer/viewer-state.ts";

export function LogsScreen() {
  const viewer = findViewer(useDesk().client);
  const { log, failure, opening, hasNoLines } = useViewer(viewer);
  useWantedLines();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    void gatherDropped(event.dataTransfer).then((files) => openFiles(viewer, files));
  };
  return (
    <div
      className={`flex h-full flex-col ${isOver ? "outline-3 -outline-offset-3 outline-accent" : ""}`}
      data-drop=""
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Notes failure={failure} hasNoLines={hasNoLines} />
      {opening !== null && <Opening viewer={viewer} opening={opening} />}
      {log === null ? (
        <>
          <OpenBar viewer={viewer} />
          <KeptLogsPane />
          <div className="min-h-0 grow">
            <TerminalLogs />
          </div>
        </>
      ) : (
        <div className="min-h-0 grow">
          <LogViewer viewer={viewer} log={log} />
        </div>
      )}
    </div>
  );
}

function Notes({ failure, hasNoLines }: Pick<ViewerState, "failure" | "hasNoLines">) {
  const { say, language } = useSpeech();
  return (
    <>
      {failure !== null && (
        <div className="px-3 pt-3">
          <Notice state="wrong" role="alert" title={describeFailure(failure, language).title}>
            <p>{describeFailure(failure, language).sentence}</p>
          </Notice>
        </div>
      )}
      {hasNoLines && (
        <p role="status" className="px-8 pt-3 text-14 text-soft narrow:px-5">
          {say("logs.no-lines-of")}
        </p>
      )}
    </>
  );
}

function OpenBar({ viewer }: { readonly viewer: Viewer }) {
  const { say } = useSpeech();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-8 py-3 text-13 text-soft narrow:px-5 low:py-1.5">
      <FileButton label={say("viewer.open")} onFiles={(files) => void openFiles(viewer, files)} />
      <span>{say("viewer.drop")}</span>
    </div>
  );
}

function Opening({
  viewer,
  opening,
}: {
  readonly viewer: Viewer;
  readonly opening: NonNullable<ViewerState["opening"]>;
}) {
  const { say } = useSpeech();
  const { name, done, all } = opening;
  return (
    <p className="flex flex-wrap items-center gap-3 px-8 py-3 text-14 narrow:px-5" role="status" data-opening="">
      <Spinner />
      <span className="min-w-0 tabular-nums">
        {all === 0
          ? say("viewer.opening-it", { name })
          : say("viewer.opening", { name, done: inMegabytes(done), all: inMegabytes(all) })}
      </span>
      <TimeLeftAtRate key={name} done={done} all={all} />
      <Button look="quiet" onClick={() => stopOpening(viewer)}>
        {say("connect.cancel")}
      </Button>
    </p>
  );
}

function inMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
