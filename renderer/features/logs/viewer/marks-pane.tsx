import type { DescribedLog } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { Button } from "../../../ui/button.tsx";
import { mark } from "./view-actions.ts";
import type { Viewer } from "./viewer-state.ts";

interface MarksPaneProps {
  readonly viewer: Viewer;
  readonly log: DescribedLog;
  readonly onGo: (line: number) => void;
}

export function MarksPane({ viewer, log, onGo }: MarksPaneProps) {
  const { say } = useSpeech();
  if (log.marks.length === 0) return <p className="p-3 text-13 text-soft">{say("viewer.no-marks")}</p>;
  return (
    <ol className="flex flex-col gap-2 p-3 text-13">
      {log.marks.map(({ line, text }) => (
        <li key={line} className="flex items-start gap-2" data-mark={line}>
          <button
            type="button"
            className="min-h-8 shrink-0 rounded-control px-1 text-accent tabular-nums hover:bg-accent-wash"
            onClick={() => onGo(line)}
          >
            ★ {line + 1}
          </button>
          <p className="min-w-0 grow py-1 break-words whitespace-pre-wrap">{text}</p>
          <Button look="quiet" onClick={() => void mark(viewer, line, null)}>
            {say("viewer.unmark")}
          </Button>
        </li>
      ))}
    </ol>
  );
}
