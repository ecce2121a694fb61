import type { Correction, Finding } from "../../../electron/core/findings/finding.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { type HopState, StateMark, stateColours } from "../../ui/state-mark.tsx";
import { LinesLink } from "../logs/lines-link.tsx";
import { preparePlan } from "../session/push-plan.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { canWrite } from "./can-write.ts";
import { CorrectionValues } from "./correction-values.tsx";
import { EvidenceList } from "./evidence-list.tsx";

const marks: Readonly<Record<Finding["severity"], HopState>> = { error: "wrong", warning: "odd", info: "unknown" };

export function FindingCard({ finding }: { readonly finding: Finding }) {
  const { say, tell } = useSpeech();
  const state = marks[finding.severity];
  return (
    <article className="rounded-panel border border-line bg-surface" data-finding={finding.rule}>
      <div className="flex gap-3 px-5 pt-4">
        <StateMark state={state} className="mt-0.5 size-5" />
        <div className="flex min-w-0 grow flex-col gap-1.5">
          <p className={`text-13 font-medium ${stateColours[state]}`}>
            {say(`findings.${finding.severity}`)}
            {finding.interface !== null && <span className="font-mono text-soft"> · {finding.interface}</span>}
          </p>
          <h3 className="text-16 font-semibold">{tell(finding.message)}</h3>
          <p className="text-14 text-soft">{tell(finding.why)}</p>
          {finding.corrections.length > 0 && <Corrections corrections={finding.corrections} />}
        </div>
      </div>
      <Details finding={finding} />
    </article>
  );
}

function Corrections({ corrections }: { readonly corrections: readonly Correction[] }) {
  const { say, tell } = useSpeech();
  const desk = useDesk();
  const { connection } = useSession();
  const canUse = connection.kind === "open" && canWrite(connection.report);
  return (
    <ul aria-label={say("findings.corrections")} className="mt-1 flex flex-col">
      {corrections.map((correction) => (
        <li
          key={correction.set.join()}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-2.5"
        >
          <div className="flex min-w-60 grow basis-0 flex-col gap-0.5">
            <CorrectionValues set={correction.set} />
            <span className="text-13 text-soft">{tell(correction.reason)}</span>
          </div>
          <Button disabled={!canUse} onClick={() => void preparePlan(desk, { set: correction.set, fix: false })}>
            {say("findings.use")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Details({ finding }: { readonly finding: Finding }) {
  const { say } = useSpeech();
  return (
    <div className="mt-3 border-t border-line">
      <Disclosure title={say("findings.details")} look="row">
        <div className="flex flex-col gap-3 px-5 pb-4 pl-11">
          <EvidenceList evidence={finding.evidence} />
          <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-13">
            <dt className="text-soft">{say("findings.rule")}</dt>
            <dd className="font-mono">{finding.rule}</dd>
            <dt className="text-soft">{say("findings.source")}</dt>
            <dd>{finding.source}</dd>
          </dl>
          <LinesLink wanted={{ rule: finding.rule }} />
        </div>
      </Disclosure>
    </div>
  );
}
