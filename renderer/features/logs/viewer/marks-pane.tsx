import { useState } from "react";
import type { DescribedLog, LogMark } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { Button } from "../../../ui/button.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { SaveSheet } from "../save-sheet.tsx";
import { mark } from "./view-actions.ts";
import type { Viewer } from "./viewer-state.ts";

interface MarksPaneProps {
  readonly viewer: Viewer;
  readonly log: DescribedLog;
  readonly onGo: (line: number) => void;
}

/** A longer list can be searched. */
const atAGlance = 5;

export function MarksPane({ viewer, log, onGo }: MarksPaneProps) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState("");
  const { marks } = log;
  if (marks.length === 0) return <p className="p-3 text-13 text-soft">{say("viewer.no-marks")}</p>;
  const wanted = typed.trim().toLowerCase();
  const found = marks.filter(({ line, text }) => `${line + 1} ${text}`.toLowerCase().includes(wanted));
  const listRows = (): readonly (readonly string[])[] => [
    [say("viewer.line-pane"), say("viewer.note")],
    ...found.map(({ line, text }) => [String(line + 1), text]),
  ];
  return (
    <div className="flex flex-col gap-2 p-3 text-13">
      <div className="flex flex-wrap items-center gap-2">
        {marks.length > atAGlance && (
          <SearchField label={say("viewer.marks-search")} value={typed} onType={setTyped} className="min-w-40 grow" />
        )}
        <SaveSheet name="counterpart-bookmarks" rows={listRows} />
      </div>
      {found.length === 0 && <p className="text-soft">{say("viewer.marks-none", { typed })}</p>}
      <ol className="flex flex-col gap-2">
        {found.map((each) => (
          <Mark key={each.line} mark={each} onGo={onGo} onRemove={() => void mark(viewer, each.line, null)} />
        ))}
      </ol>
    </div>
  );
}

interface MarkProps extends Pick<MarksPaneProps, "onGo"> {
  readonly mark: LogMark;
  readonly onRemove: () => void;
}

function Mark({ mark: { line, text }, onGo, onRemove }: MarkProps) {
  const { say } = useSpeech();
  return (
    <li className="flex items-start gap-2" data-mark={line}>
      <button
        type="button"
        className="min-h-8 shrink-0 rounded-control px-1 text-accent tabular-nums hover:bg-accent-wash"
        onClick={() => onGo(line)}
      >
        ★ {line + 1}
      </button>
      <p className="min-w-0 grow py-1 break-words whitespace-pre-wrap">{text}</p>
      <Button look="quiet" onClick={onRemove}>
        {say("viewer.unmark")}
      </Button>
    </li>
  );
}
