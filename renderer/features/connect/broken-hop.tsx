// Under the first wrong hop, pointing at it: why it matters, what would change, and the one button.
import type { Correction, Finding } from "../../../electron/core/findings/finding.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { preparePlan } from "../session/push-plan.ts";
import { findInterrupted, findReport } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { CorrectionValues } from "./correction-values.tsx";
import { canWrite } from "./can-write.ts";
import { hopOrder, type Hop, type TracedPath } from "./trace-path.ts";

/** Where the small arrow stands: under the middle of each hop's fifth. */
const arrows = ["left-[10%]", "left-[30%]", "left-[50%]", "left-[70%]", "left-[90%]"] as const;

export function BrokenHop({ path, hop }: { readonly path: TracedPath; readonly hop: Hop }) {
  const { tell } = useSpeech();
  const [finding] = hop.findings;
  const report = findReport(useSession());
  const isWritable = report !== null && canWrite(report);
  const isWrong = hop.state === "wrong";
  const tone = isWrong ? "border-wrong bg-wrong-wash" : "border-odd bg-odd-wash";
  return (
    <div
      className={`relative flex flex-wrap items-center gap-x-6 gap-y-3 rounded-panel border px-5 py-4 low:py-2.5 ${tone}`}
      data-broken={hop.id}
    >
      <span
        aria-hidden="true"
        className={`absolute -top-[7px] size-3 -translate-x-1/2 rotate-45 border-t border-l ${tone} ${arrows[hopOrder.indexOf(hop.id)]}`}
      />
      <div className="flex min-w-60 grow basis-0 flex-col gap-1">
        {finding === undefined ? <BareLink path={path} /> : <p className="text-14">{tell(finding.why)}</p>}
        {finding !== undefined && <Outlook finding={finding} />}
      </div>
      {isWritable && <FixButton hop={hop} />}
    </div>
  );
}

function BareLink({ path }: { readonly path: TracedPath }) {
  const { say } = useSpeech();
  const isMobile = path.interface?.kind === "cellular";
  return (
    <p className="text-14">
      {isMobile ? say("path.no-mobile") : say("path.unplugged", { name: path.interface?.name ?? "" })}
    </p>
  );
}

/** What a fix would write, or that a person has to choose. */
function Outlook({ finding }: { readonly finding: Finding }) {
  const { say } = useSpeech();
  const best = findClearBest(finding);
  if (best !== null) return <CorrectionValues set={best.set} />;
  return (
    <p className="text-14 font-medium">{say(finding.corrections.length > 0 ? "check.several" : "check.by-hand")}</p>
  );
}

function FixButton({ hop }: { readonly hop: Hop }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const canFix = hop.findings.some((one) => one.corrections.length > 0);
  // A write that was cut off is settled first.
  const look = findInterrupted(useSession()) === null ? "primary" : "plain";
  if (canFix) {
    return (
      <Button look={look} className="px-8 text-16" onClick={() => void preparePlan(desk, { set: [], fix: true })}>
        {say("check.fix")}
      </Button>
    );
  }
  return (
    <Button look={look} onClick={() => desk.store.change((state) => ({ ...state, screen: "settings" }))}>
      {say("check.edit")}
    </Button>
  );
}

/** The only best correction; two of equal confidence are a person's choice. */
function findClearBest({ corrections }: Finding): Correction | null {
  const [best, second] = corrections;
  return best !== undefined && (second === undefined || second.confidence < best.confidence) ? best : null;
}
