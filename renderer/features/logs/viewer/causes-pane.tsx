import type { CountedCode } from "../../../../electron/contract/line-codes.ts";
import type { DescribedLog, LogCause } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { Button } from "../../../ui/button.tsx";
import { CodeWords } from "./quoted-line.tsx";
import { printTime, printTimeAfter } from "./print-time.ts";
import { changeFilter } from "./view-actions.ts";
import { useViewer, type Viewer } from "./viewer-state.ts";

interface CausesPaneProps {
  readonly viewer: Viewer;
  readonly log: DescribedLog;
  readonly onGo: (line: number) => void;
}

/** Why communication failed, as far as the lines show it: what, how often, when, and the lines. */
export function CausesPane({ viewer, log, onGo }: CausesPaneProps) {
  const { say } = useSpeech();
  const { causes, codes } = useViewer(viewer);
  const offset = log.sources[0]?.placement.offset ?? 0;
  return (
    <>
      {causes.length === 0 && <p className="p-3 text-13 text-soft">{say("viewer.no-causes")}</p>}
      <ol className="flex flex-col gap-4 p-3 text-13">
        {causes.map((cause) => (
          <li key={cause.cause} className="flex flex-col gap-1" data-cause={cause.cause}>
            <Cause viewer={viewer} found={cause} offset={offset} onGo={onGo} />
          </li>
        ))}
      </ol>
      {codes.length > 0 && <Codes codes={codes} onGo={onGo} />}
    </>
  );
}

interface CauseProps extends Pick<CausesPaneProps, "viewer" | "onGo"> {
  readonly found: LogCause;
  readonly offset: number;
}

function Cause({ viewer, found, offset, onGo }: CauseProps) {
  const { say, tell } = useSpeech();
  const { cause, name, count, first, last, evidence } = found;
  return (
    <>
      <h2 className="font-semibold">
        {cause !== "normal" && (
          <span className="mr-1.5 rounded-[0.25rem] border border-edge px-1 font-normal">{cause}</span>
        )}
        {tell(name)}
      </h2>
      <p className="text-soft tabular-nums">
        {say("viewer.cause-count", { count })}
        {first !== null && last !== null && (
          <>
            {" · "}
            {first === last
              ? printTime(first, offset)
              : say("viewer.cause-span", {
                  first: printTime(first, offset),
                  last: printTimeAfter(first, last, offset),
                })}
          </>
        )}
      </p>
      {cause === "normal" && <RestartNote viewer={viewer} />}
      {evidence[0] !== undefined && cause !== "normal" && <p>{tell(evidence[0].meaning)}</p>}
      <ul className="flex flex-col">
        {evidence.map(({ line, text }) => (
          <li key={line}>
            <button
              type="button"
              className="line-clamp-3 min-h-8 w-full rounded-control px-1 py-0.5 text-left font-mono wrap-anywhere text-accent hover:bg-accent-wash"
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
    </>
  );
}

const almostDay = 23 * 3_600_000;

/** The daily restart is normal; one sooner after the one before is not. */
function RestartNote({ viewer }: { readonly viewer: Viewer }) {
  const { say } = useSpeech();
  const times = (useViewer(viewer).timeline?.restarts ?? []).flatMap(({ at }) => at ?? []);
  const soon = times.filter((at, place) => place > 0 && at - (times[place - 1] ?? at) < almostDay).length;
  if (soon === 0) return <p>{say("viewer.restart-normal")}</p>;
  return <p className="text-odd">{say("viewer.restart-soon", { count: soon })}</p>;
}

/** Codes of hosts and modems, also those that are no fault: each leads to the first line that quotes it. */
function Codes({ codes, onGo }: { readonly codes: readonly CountedCode[]; readonly onGo: (line: number) => void }) {
  const { say } = useSpeech();
  return (
    <section aria-label={say("viewer.codes")} className="flex flex-col gap-3 border-t border-line p-3 text-13">
      <h2 className="font-semibold">{say("viewer.codes")}</h2>
      <ul className="flex flex-col gap-3">
        {codes.map(({ code, count, line, meanings }) => (
          <li key={`${code} ${line}`} data-counted-code={code}>
            <CodeWords code={code} meanings={meanings} />
            <button
              type="button"
              className="min-h-8 rounded-control px-1 text-accent hover:bg-accent-wash"
              aria-label={say("viewer.code-go", { code, count })}
              onClick={() => onGo(line)}
            >
              {say("viewer.code-lines", { count })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
