import "../../i18n/late-words.ts";
import { useEffect } from "react";
import type { Report } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { PathPicture } from "../../ui/path-picture.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { dismissFailure, reconnect } from "../session/connect.ts";
import { follow } from "../session/follow.ts";
import type { Connection } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { describeHops } from "./describe-hops.ts";
import { DoctorPanel } from "./doctor-panel.tsx";
import { FailureWords } from "./failure-words.tsx";
import { FollowNote } from "./follow-note.tsx";
import { tracePath } from "./trace-path.ts";

const accounts = { reading: "lost.while-reading", pushing: "lost.while-pushing", nothing: "lost.while-idle" } as const;

export function LostView({ lost }: { readonly lost: Connection & { readonly kind: "lost" } }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { choice, push } = useSession();
  const guard = push.kind === "unsettled" ? push.cut.guard : null;
  useEffect(() => void follow(desk), [desk, lost.failure]);
  return (
    <div className="flex flex-col gap-5 low:gap-3">
      <div className="flex items-start gap-3" role="alert">
        <StateMark state="wrong" className="mt-1.5 size-7 low:mt-1 low:size-5" />
        <Headline about={lost.failure.code}>{say("lost.title")}</Headline>
      </div>
      <p className="max-w-[44em] text-16">{say(accounts[lost.during])}</p>
      {guard !== null && (
        <p className="max-w-[44em] text-16">{say(guard.isGuarded ? "lost.goes-back" : "lost.stays")}</p>
      )}
      <FailureWords failure={lost.failure} />
      {lost.follow && <FollowNote follow={lost.follow} />}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" onClick={() => void reconnect(desk)}>
          {say("failure.reconnect")}
        </Button>
        <Button look="quiet" onClick={() => dismissFailure(desk)}>
          {say("failure.other")}
        </Button>
      </div>
      {choice !== null && <DoctorPanel port={choice.port} failure={lost.failure.code} />}
      {lost.report !== null && <LastRead report={lost.report} />}
    </div>
  );
}

/** What was read before stays in sight; nothing of it can be acted upon. */
function LastRead({ report }: { readonly report: Report }) {
  const { say, tell } = useSpeech();
  const path = tracePath(report);
  return (
    <section aria-label={say("lost.last-read")} className="mt-2 flex flex-col gap-5 border-t border-line pt-6">
      <div className="flex flex-col gap-1">
        <h2 className="text-13 text-soft">{say("lost.last-read")}</h2>
        <p className="text-16 font-semibold">{tell(report.verdict.message)}</p>
      </div>
      <PathPicture title={say("path.title")} hops={describeHops(path, report, say)} broken={path.broken?.id ?? null} />
    </section>
  );
}
