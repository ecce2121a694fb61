import type { DescribedLog } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { Button } from "../../../ui/button.tsx";
import { printTime } from "./print-time.ts";
import { changeFilter } from "./view-actions.ts";
import { useViewer, type Viewer } from "./viewer-state.ts";

interface CausesPaneProps {
  readonly viewer: Viewer;
  readonly log: DescribedLog;
  readonly onGo: (line: number) => void;
}

/** Why communication failed, as far as the lines show it: what, how often, when, and the lines. */
export function CausesPane({ viewer, log, onGo }: CausesPaneProps) {
  const { say, tell } = useSpeech();
  const { causes } = useViewer(viewer);
  const offset = log.sources[0]?.placement.offset ?? 0;
  if (causes.length === 0) return <p className="p-3 text-13 text-soft">{say("viewer.no-causes")}</p>;
  return (
    <ol className="flex flex-col gap-4 p-3 text-13">
      {causes.map(({ cause, name, count, first, last, evidence }) => (
        <li key={cause} className="flex flex-col gap-1" data-cause={cause}>
          <h3 className="font-semibold">
            {cause !== "normal" && (
              <span className="mr-1.5 rounded-[0.25rem] border border-edge px-1 font-normal">{cause}</span>
            )}
            {tell(name)}
          </h3>
          <p className="text-soft tabular-nums">
            {say("viewer.cause-count", { count })}
            {first !== null && last !== null && (
              <>
                {" · "}
                {say("viewer.cause-span", { first: printTime(first, offset), last: printTime(last, offset) })}
              </>
            )}
          </p>
          {cause === "normal" && <p>{say("viewer.restart-normal")}</p>}
          {evidence[0] !== undefined && cause !== "normal" && <p>{tell(evidence[0].meaning)}</p>}
          <ul className="flex flex-col">
            {evidence.map(({ line, text }) => (
              <li key={line}>
                <button
                  type="button"
                  className="min-h-8 w-full truncate rounded-control px-1 text-left font-mono text-accent hover:bg-accent-wash"
                  title={text}
                  onClick={() => onGo(line)}
                >
                  {text}
                </button>
              </li>
            ))}
          </ul>
          <div>
            <Button look="quiet" onClick={() => changeFilter(viewer, { causes: [cause] })}>
              {say("viewer.cause-lines")}
            </Button>
          </div>
        </li>
      ))}
    </ol>
  );
}
