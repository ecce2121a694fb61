import "../../i18n/late-words.ts";
import { RotateCw } from "lucide-react";
import { useMemo } from "react";
import type { Report } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PathPicture } from "../../ui/path-picture.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { cancelConnecting, readAgain } from "../session/connect.ts";
import type { Connection } from "../session/session-state.ts";
import { useDesk } from "../session/use-desk.tsx";
import { TimeLeft } from "../wait/time-left.tsx";
import { BrokenHop } from "./broken-hop.tsx";
import { describeHops } from "./describe-hops.ts";
import { FindingsList } from "./findings-list.tsx";
import { IdentityLine, IdentityPanel } from "./identity-panel.tsx";
import { tracePath } from "./trace-path.ts";
import { WritingNote } from "./writing-note.tsx";

export function ReportView({ open }: { readonly open: Connection & { readonly kind: "open" } }) {
  const { say, tell } = useSpeech();
  const desk = useDesk();
  const { report, failure } = open;
  const path = useMemo(() => tracePath(report), [report]);
  return (
    <div className="flex flex-col gap-7 low:gap-2" data-verdict={report.verdict.code}>
      <div className="flex flex-col gap-2 low:gap-1">
        <ReadLine open={open} />
        <div className="flex items-start gap-3">
          {report.verdict.code === "healthy" && <StateMark state="ok" className="mt-1.5 size-7 low:mt-1 low:size-5" />}
          <Headline about={`${report.verdict.code} ${report.verdict.rule}`}>{tell(report.verdict.message)}</Headline>
        </div>
      </div>
      {failure !== null && (
        <Notice state="odd" role="alert">
          <p>{tell(failure.message)}</p>
        </Notice>
      )}
      <div className="flex flex-col gap-4 low:gap-3">
        <PathPicture
          title={say("path.title")}
          hops={describeHops(path, report, say)}
          broken={path.broken?.id ?? null}
        />
        {path.broken !== null && <BrokenHop path={path} hop={path.broken} />}
      </div>
      <WritingNote report={report} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button
          look={path.broken === null ? "primary" : "plain"}
          className="px-8 text-16"
          onClick={() => desk.store.change((state) => ({ ...state, screen: "why" }))}
        >
          {say(report.verdict.code === "healthy" ? "why.ask-still" : "why.ask")}
        </Button>
        <p className="min-w-60 grow basis-0 text-13 text-soft">{say("check.verified")}</p>
      </div>
      <FindingsList report={report} />
      <IdentityPanel report={report} />
    </div>
  );
}

function ReadLine({ open }: { readonly open: Connection & { readonly kind: "open" } }) {
  const { say, tellTime } = useSpeech();
  const desk = useDesk();
  const report: Report = open.report;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 text-13 text-soft low:-my-2 low:flex-nowrap">
      <IdentityLine report={report} />
      <span className="flex shrink-0 items-center gap-1">
        <span>{say("check.read-at", { time: tellTime(open.readAt) })}</span>
        {open.isReading && <TimeLeft of="reading" />}
        {open.isReading ? (
          <Button
            look="quiet"
            className="text-13"
            onClick={() => cancelConnecting(desk)}
            icon={<Spinner className="size-3.5" />}
          >
            {say("check.cancel-reading")}
          </Button>
        ) : (
          <Button
            look="quiet"
            className="text-13"
            onClick={() => void readAgain(desk)}
            icon={<RotateCw aria-hidden="true" className="size-3.5" />}
          >
            {say("check.read-again")}
          </Button>
        )}
      </span>
    </div>
  );
}
