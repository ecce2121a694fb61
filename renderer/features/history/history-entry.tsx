// One push of the past: who, when, which terminal, from what to what, how it ended, what the terminal found out.
import { reportTest } from "../../../electron/contract/report-test.ts";
import type { HistoryEntry } from "../../../electron/contract/history.ts";
import { printMoment } from "../../i18n/print-moment.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { StateMark, stateColours } from "../../ui/state-mark.tsx";
import { ChangeLines } from "../push/change-lines.tsx";
import { TestResults } from "../push/test-results.tsx";
import { preparePlan } from "../session/push-plan.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { describeOutcome } from "./describe-outcome.ts";
import { isHere } from "./is-here.ts";

interface EntryProps {
  readonly entry: HistoryEntry;
  /** The past push that this one took back. */
  readonly undone: HistoryEntry | null;
}

export function HistoryItem({ entry, undone }: EntryProps) {
  const { say, language } = useSpeech();
  const { state, word } = describeOutcome(entry);
  const { terminal } = entry;
  const name = terminal.hostName ?? terminal.serialNumber ?? terminal.macs[0] ?? terminal.port;
  const known = [terminal.serialNumber, terminal.macs[0] ?? null, terminal.port].filter((one) => one !== null);
  return (
    <li
      className="flex flex-col gap-3 rounded-panel border border-line bg-surface px-5 py-4"
      data-entry={entry.outcome ?? "open"}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1">
        <h2 className={`flex items-center gap-2 text-16 font-semibold ${stateColours[state]}`}>
          <StateMark state={state} />
          {say(word)}
        </h2>
        <p className="text-13 text-soft tabular-nums">
          <time dateTime={entry.at}>{printMoment(entry.at, language)}</time> · {entry.who}
        </p>
      </div>
      <p className="text-14">
        <span className="font-medium">{name}</span>{" "}
        <span className="font-mono text-13 text-soft wrap-anywhere">
          {known.filter((one) => one !== name).join(" · ")}
        </span>
      </p>
      <ChangeLines changes={entry.changes} />
      {entry.undoes !== null && (
        <p className="text-14 text-soft">
          {undone === null
            ? say("history.was-undo")
            : say("history.was-undo-of", { when: printMoment(undone.at, language) })}
        </p>
      )}
      {(entry.tests.length > 0 || entry.signedIn !== null) && (
        <div className="flex flex-col gap-1.5">
          <TestResults results={entry.tests.map(reportTest)} />
          {entry.signedIn !== null && (
            <p className="flex gap-2 text-14" data-signed-in={entry.signedIn}>
              <StateMark state={entry.signedIn === "ok" ? "ok" : "wrong"} className="mt-0.5 size-4.5" />
              {say(`history.signed-in-${entry.signedIn}`)}
            </p>
          )}
        </div>
      )}
      {entry.outcome === "confirmed" && <UndoRow entry={entry} />}
    </li>
  );
}

function UndoRow({ entry }: { readonly entry: HistoryEntry }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { connection, push } = useSession();
  const isIdle = push.kind !== "running" && push.kind !== "resuming";
  if (connection.kind !== "open" || !isHere(entry.terminal, connection.report))
    return <p className="text-13 text-soft">{say("history.undo-elsewhere")}</p>;
  return (
    <div>
      <Button
        title={say("result.undo-why")}
        disabled={connection.isReading || !isIdle}
        onClick={() => void preparePlan(desk, { undoes: entry.id, insist: false })}
      >
        {say("result.undo")}
      </Button>
    </div>
  );
}
