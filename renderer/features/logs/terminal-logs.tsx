import { Download, ShieldCheck } from "lucide-react";
import { useDeferredValue, useMemo } from "react";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { LogLines } from "../../ui/log-lines.tsx";
import { describeLine } from "../../ui/log-text.ts";
import { Notice } from "../../ui/notice.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { ConnectionView } from "../connect/check-screen.tsx";
import { cancelLogs, readLogs } from "../session/read-logs.ts";
import type { Logs, LogsState } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { TimeLeft } from "../wait/time-left.tsx";
import { saveText } from "./save-text.ts";

const counts = ["200", "2000", "20000"] as const;

export function TerminalLogs() {
  const { say, language } = useSpeech();
  const { connection, logs } = useSession();
  if (connection.kind !== "open" && logs.logs === null) {
    return (
      <div className="mx-auto flex w-full max-w-244 flex-col px-8 py-8 narrow:px-5 low:py-4">
        <ConnectionView connection={connection} />
      </div>
    );
  }
  return (
    <div className="flex h-full flex-col gap-3 px-8 pt-6 pb-4 narrow:px-5 low:gap-2 low:pt-3 low:pb-2">
      <Toolbar logs={logs} isOpen={connection.kind === "open"} />
      {logs.failure !== null && (
        <Notice state="wrong" role="alert" title={describeFailure(logs.failure, language).title}>
          <p>{describeFailure(logs.failure, language).sentence}</p>
        </Notice>
      )}
      {logs.logs === null ? (
        <p className="text-16 text-soft">
          {say(logs.kind === "reading" ? "logs.reading" : "logs.not-yet")} <TimeLeft of="logs" />
        </p>
      ) : (
        <Lines logs={logs.logs} filter={logs.filter} />
      )}
    </div>
  );
}

function Toolbar({ logs, isOpen }: { readonly logs: LogsState; readonly isOpen: boolean }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const isReading = logs.kind === "reading";
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <h1 className="sr-only">{say("logs.title")}</h1>
      <SearchField
        label={say("logs.filter")}
        className="min-w-40 grow basis-40"
        value={logs.filter}
        onType={(filter) => desk.store.change((state) => ({ ...state, logs: { ...state.logs, filter } }))}
      />
      <Segmented
        label={say("logs.count")}
        value={counts.find((count) => Number(count) === logs.count) ?? "200"}
        onChoose={(count) =>
          desk.store.change((state) => ({ ...state, logs: { ...state.logs, count: Number(count) } }))
        }
        segments={counts.map((count) => ({ value: count, label: say("logs.latest", { count: Number(count) }) }))}
      />
      {isReading ? (
        <Button onClick={() => cancelLogs(desk)}>{say("connect.cancel")}</Button>
      ) : (
        <Button look={logs.logs === null ? "primary" : "plain"} disabled={!isOpen} onClick={() => void readLogs(desk)}>
          {say("logs.fetch")}
        </Button>
      )}
      <SaveButton logs={logs.logs} />
    </div>
  );
}

function SaveButton({ logs }: { readonly logs: Logs | null }) {
  const { say } = useSpeech();
  const { choice } = useSession();
  const save = (): void => {
    const port = (choice?.port ?? "terminal").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
    if (logs !== null) saveText(`counterpart-${port}.log`, `${logs.lines.join("\n")}\n`);
  };
  return (
    <Button
      disabled={logs === null || logs.lines.length === 0}
      onClick={save}
      icon={<Download aria-hidden="true" className="size-4" />}
    >
      {say("logs.save")}
    </Button>
  );
}

function Lines({ logs, filter }: { readonly logs: Logs; readonly filter: string }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const wanted = useDeferredValue(filter.trim().toLowerCase());
  const all = useMemo(() => logs.lines.map(describeLine), [logs]);
  const shown = useMemo(
    () => (wanted === "" ? all : all.filter(({ lowered }) => lowered.includes(wanted))),
    [all, wanted],
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-13 text-soft">
        <span>{say("logs.source", { source: logs.source })}</span>
        <span>{say("logs.shown", { shown: shown.length, all: logs.lines.length })}</span>
        <span className="flex items-center gap-1.5" title={say("logs.masked-why")} data-testid="masked">
          <ShieldCheck aria-hidden="true" className="size-4 text-ok" />
          {logs.redactions === 0 ? say("logs.masked-none") : say("logs.masked", { count: logs.redactions })}
        </span>
      </div>
      {shown.length > 0 ? (
        <LogLines label={say("logs.lines")} lines={shown} highlight={wanted} maskName={say("logs.mask")} />
      ) : (
        <div className="flex flex-col items-start gap-3 text-16 text-soft">
          <p>{logs.lines.length === 0 ? say("logs.empty") : say("logs.no-match", { filter })}</p>
          {logs.lines.length > 0 && (
            <Button onClick={() => desk.store.change((state) => ({ ...state, logs: { ...state.logs, filter: "" } }))}>
              {say("logs.clear-filter")}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
