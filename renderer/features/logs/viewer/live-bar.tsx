import { Pause, Play, Square } from "lucide-react";
import type { DescribedLog } from "../../../../electron/contract/opened-logs.ts";
import { describeFailure } from "../../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { Button } from "../../../ui/button.tsx";
import { Spinner } from "../../../ui/spinner.tsx";
import { StateMark } from "../../../ui/state-mark.tsx";
import { useSession } from "../../session/use-desk.tsx";
import { followOn, pin, stopFollowing } from "./follow-live.ts";
import { type Following, useViewer, type Viewer } from "./viewer-state.ts";

interface LiveBarProps {
  readonly viewer: Viewer;
  readonly log: DescribedLog;
  readonly onEnd: () => void;
}

/** Whether the terminal is being followed, what came of it, and what can be done about it. */
export function LiveBar({ viewer, log, onEnd }: LiveBarProps) {
  const { say } = useSpeech();
  const { following, isPinned } = useViewer(viewer);
  if (following === null) return null;
  const isOn = following.state === "on";
  return (
    <div
      className="mx-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-sunken px-3 py-1 text-13"
      data-following={following.state}
    >
      <p role="status" className="flex min-w-0 items-center gap-2">
        {isOn ? (
          <Spinner className="size-4" />
        ) : (
          <StateMark state={following.state === "failed" ? "odd" : "ok"} className="size-4" />
        )}
        <Ending following={following} />
      </p>
      <Counts following={following} />
      <span className="grow" />
      {isOn ? (
        <>
          <Button
            look="quiet"
            icon={
              isPinned ? (
                <Pause aria-hidden="true" className="size-4" />
              ) : (
                <Play aria-hidden="true" className="size-4" />
              )
            }
            onClick={() => (isPinned ? pin(viewer, false) : onEnd())}
          >
            {say(isPinned ? "live.pause" : "live.resume")}
          </Button>
          <Button
            look="quiet"
            icon={<Square aria-hidden="true" className="size-4" />}
            onClick={() => stopFollowing(viewer)}
          >
            {say("live.stop")}
          </Button>
        </>
      ) : (
        log.canGrow && following.state !== "full" && <Again viewer={viewer} following={following} />
      )}
    </div>
  );
}

function Ending({ following: { name, state, failure } }: { readonly following: Following }) {
  const { say, language } = useSpeech();
  if (state !== "failed") return <span>{say(`live.${state}`, { name })}</span>;
  const why = failure === null ? "" : describeFailure(failure, language).title;
  return <span>{say("live.failed", { name, why })}</span>;
}

function Counts({ following: { lost, redactions } }: { readonly following: Following }) {
  const { say } = useSpeech();
  return (
    <>
      {redactions > 0 && <span className="text-soft">{say("live.masked", { count: redactions })}</span>}
      {lost > 0 && <span className="text-odd">{say("live.lost", { count: lost })}</span>}
    </>
  );
}

function Again({ viewer, following }: { readonly viewer: Viewer; readonly following: Following }) {
  const { say } = useSpeech();
  const { connection } = useSession();
  if (connection.kind !== "open") return <span className="text-soft">{say("live.connect-first")}</span>;
  const { session } = connection;
  return (
    <Button look="quiet" onClick={() => void followOn(viewer, { session, name: following.name })}>
      {say("live.again")}
    </Button>
  );
}

/** How many lines came since the end was left; leads there. */
export function NewLines({ viewer, onEnd }: { readonly viewer: Viewer; readonly onEnd: () => void }) {
  const { say } = useSpeech();
  const { isPinned, seen, view } = useViewer(viewer);
  const count = view.rows - seen;
  if (isPinned || count <= 0) return null;
  return (
    <Button
      className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full shadow-lg"
      look="primary"
      data-new-lines={count}
      onClick={onEnd}
    >
      {say("live.new-lines", { count })}
    </Button>
  );
}
