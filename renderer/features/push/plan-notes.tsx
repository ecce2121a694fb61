// What stands beside a plan: why the rules refuse it, what a person has to choose, what is left afterwards.
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type HopState, StateMark } from "../../ui/state-mark.tsx";
import { CorrectionValues } from "../connect/correction-values.tsx";
import { preparePlan } from "../session/push-plan.ts";
import type { Plan, Push } from "../session/session-state.ts";
import { useDesk } from "../session/use-desk.tsx";

export function RefusedBy({ plan }: { readonly plan: Plan }) {
  const { say, tell, language } = useSpeech();
  // Chinese sentences follow each other without a space.
  const between = language === "en" ? " " : "";
  const refusing = plan.findingsAfter.filter((one) => one.severity === "error" && plan.refusedBy.includes(one.rule));
  return (
    <Notice state="wrong" title={say("push.refused-title")} role="alert">
      {refusing.map((finding) => (
        <p key={`${finding.rule} ${finding.interface}`}>
          {tell(finding.message)}
          {between}
          {tell(finding.why)}
        </p>
      ))}
    </Notice>
  );
}

/** Corrections that are equally good: none is preselected. */
export function Undecided({ review }: { readonly review: Push & { readonly kind: "review" } }) {
  const { say, tell } = useSpeech();
  const desk = useDesk();
  const { plan, request } = review;
  // What takes a past push back is decided by that push.
  if (!("set" in request)) return null;
  return (
    <section
      aria-label={say("push.undecided-title")}
      className="flex flex-col gap-1 rounded-panel border border-line bg-surface px-5 py-4"
    >
      <h2 className="text-14 font-semibold">{say("push.undecided-title")}</h2>
      <ul className="flex flex-col">
        {plan.undecided.map((correction) => (
          <li
            key={correction.set.join()}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-2.5 first:border-t-0"
          >
            <div className="flex min-w-60 grow basis-0 flex-col gap-0.5">
              <CorrectionValues set={correction.set} />
              <span className="text-13 text-soft">{tell(correction.reason)}</span>
            </div>
            <Button
              onClick={() => void preparePlan(desk, { set: [...request.set, ...correction.set], fix: request.fix })}
            >
              {say("push.take")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const marks: Readonly<Record<Finding["severity"], HopState>> = { error: "wrong", warning: "odd", info: "unknown" };

export function AfterFindings({ plan }: { readonly plan: Plan }) {
  const { say, tell } = useSpeech();
  const left = plan.findingsAfter.filter((one) => one.severity !== "info");
  if (left.length === 0) {
    return (
      <p className="flex items-center gap-2 text-14 text-soft">
        <StateMark state="ok" className="size-4.5" />
        {say("push.after-healthy")}
      </p>
    );
  }
  return (
    <section aria-label={say("push.after-title")} className="flex flex-col gap-1.5">
      <h2 className="text-14 font-semibold">{say("push.after-title")}</h2>
      {left.map((finding) => (
        <p key={`${finding.rule} ${finding.interface}`} className="flex gap-2 text-14 text-soft">
          <StateMark state={marks[finding.severity]} className="mt-0.5 size-4.5" />
          {tell(finding.message)}
        </p>
      ))}
    </section>
  );
}
