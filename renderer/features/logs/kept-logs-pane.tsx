import { useEffect } from "react";
import type { Capture } from "../../../electron/contract/captures.ts";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { findKeptLogs, type KeptLogs, listKept, openKept, pullTerminal, removeKept, useKeptLogs } from "./kept-logs.ts";
import { printTime } from "./viewer/print-time.ts";

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
      className="flex max-h-[45%] shrink-0 flex-col gap-2 overflow-y-auto border-b border-line px-8 py-2 text-13 narrow:px-5 low:py-1"
    >
      {session !== null && pulling === null && (
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={() => void pullTerminal(desk, session, false)}>{say("kept.pull-new")}</Button>
          <Button look="quiet" onClick={() => void pullTerminal(desk, session, true)}>
            {say("kept.pull-all")}
          </Button>
          <span role="status">{isNothingNew && say("kept.nothing-new")}</span>
        </div>
      )}
      {pulling !== null && <Pulling logs={logs} progress={pulling.progress} />}
      {failure !== null && (
        <Notice state="wrong" role="alert" title={describeFailure(failure, language).title}>
          <p>{describeFailure(failure, language).sentence}</p>
        </Notice>
      )}
      {kept !== null && captures.length > 0 && (
        <Disclosure title={say("kept.count", { count: captures.length })}>
          <p className="pb-2 text-soft">
            {say("kept.place", { folder: kept.folder, days: kept.limits.days, size: inMegabytes(kept.limits.bytes) })}
          </p>
          {groupByTerminal(captures).map(([terminal, own]) => (
            <div key={terminal} className="pb-2">
              <h2 className="font-semibold">{terminal}</h2>
              <ul>
                {own.map((capture) => (
                  <KeptRow key={capture.id} logs={logs} capture={capture} />
                ))}
              </ul>
            </div>
          ))}
        </Disclosure>
      )}
    </section>
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
      {progress?.secondsLeft != null && <span>{say("kept.left", { seconds: progress.secondsLeft })}</span>}
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

function KeptRow({ logs, capture }: { readonly logs: KeptLogs; readonly capture: Capture }) {
  const { say } = useSpeech();
  const at = printTime(Date.parse(capture.at), -new Date().getTimezoneOffset());
  const sources = capture.parts.map(({ source }) => source).join(", ");
  return (
    <li className="flex flex-wrap items-center gap-x-3" data-capture={capture.id}>
      <span className="tabular-nums">{at}</span>
      <span className="min-w-0 grow truncate text-soft" title={capture.folder}>
        {say("kept.holds", { size: inMegabytes(capture.bytes), sources })}
        {!capture.isWhole && ` · ${say("kept.partial")}`}
      </span>
      <Button look="quiet" aria-label={say("kept.open-named", { at })} onClick={() => void openKept(logs, capture)}>
        {say("kept.open")}
      </Button>
      <Button look="quiet" aria-label={say("kept.remove-named", { at })} onClick={() => void removeKept(logs, capture)}>
        {say("kept.remove")}
      </Button>
    </li>
  );
}

/** Captures come the latest first, and so do the terminals. */
function groupByTerminal(captures: readonly Capture[]): readonly (readonly [string, readonly Capture[]])[] {
  return [...Map.groupBy(captures, ({ terminal }) => terminal)];
}

function inMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 100_000_000 ? 1 : 0);
}
