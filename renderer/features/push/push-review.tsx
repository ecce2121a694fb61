import { useRef, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TickBox } from "../../ui/tick-box.tsx";
import { ReplacementPlanned } from "../register/replacement-notes.tsx";
import { leavePush, pushPlan } from "../session/push-plan.ts";
import { findReport, type Plan, type Push } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { CableAnswer } from "./cable-answer.tsx";
import { ChangeTable } from "./change-table.tsx";
import { groupTests, listRequired, type TestGroup } from "./group-tests.ts";
import { nameRisks } from "./name-risks.ts";
import { AfterFindings, RefusedBy, Undecided } from "./plan-notes.tsx";
import { SessionNotices } from "./session-notices.tsx";
import { TestChoice } from "./test-choice.tsx";

type Review = Push & { readonly kind: "review" };

export function PushReview({ review }: { readonly review: Review }) {
  const { say } = useSpeech();
  const { plan } = review;
  const hasChanges = plan.changes.length > 0;
  const { tests, planned, require } = useTests(plan);
  return (
    <div className="flex h-full flex-col">
      <div className="relative min-h-0 grow overflow-y-auto">
        <div className="mx-auto flex w-full max-w-244 flex-col gap-5 px-8 py-7 narrow:px-5 low:gap-3 low:py-3">
          <Headline about={plan.digest}>{say(nameReview(review))}</Headline>
          {review.stopped && (
            <Notice state="unknown" role="status">
              <p>{say("result.stopped")}</p>
            </Notice>
          )}
          <SessionNotices />
          <ReplacementPlanned request={review.request} isDone={!hasChanges} />
          {plan.refusedBy.length > 0 && <RefusedBy plan={plan} />}
          {hasChanges && <ChangeTable changes={plan.changes} />}
          {plan.undecided.length > 0 && <Undecided review={review} />}
          {hasChanges && <Risks review={review} />}
          {hasChanges && plan.refusedBy.length === 0 && <AfterFindings plan={plan} />}
          {hasChanges && <TestChoice tests={tests} onRequire={require} />}
          {hasChanges && <WithoutTimer />}
          {hasChanges ? <CableAnswer moment={{ name: "before" }} /> : <BackOnly />}
        </div>
      </div>
      {hasChanges && <Confirm review={review} planned={planned} />}
    </div>
  );
}

/** Without a change there is either nothing to do, or a choice to make first. */
function nameReview({ request, plan: { changes, undecided } }: Review) {
  if (changes.length > 0) return "undoes" in request ? "push.title-undo" : "push.title";
  return undecided.length > 0 ? "push.choose" : "push.nothing";
}

/** The tests that come with the plan, with what the person says about them. */
function useTests({ tests = [] }: Plan) {
  const [said, setSaid] = useState<Partial<Record<TestGroup["kind"], boolean>>>({});
  return {
    tests: groupTests(tests).map((group) => ({ ...group, required: said[group.kind] ?? group.required })),
    planned: listRequired(tests, said),
    require: (kind: TestGroup["kind"], required: boolean) => setSaid({ ...said, [kind]: required }),
  };
}

/** Said beforehand where a terminal cannot carry a watchdog: then nothing is promised. */
function WithoutTimer() {
  const { say, tell } = useSpeech();
  const report = findReport(useSession());
  const timer = report?.capabilities["arm-timer"];
  if (timer === undefined || timer.state === "yes") return null;
  return (
    <Notice state="odd" title={say("push.no-timer-title")}>
      <p data-timer="no">{say("push.no-timer")}</p>
      {timer.state === "no" && <p className="text-13 text-soft">{tell(timer.reason)}</p>}
    </Notice>
  );
}

function Risks({ review }: { readonly review: Review }) {
  const { say } = useSpeech();
  const report = findReport(useSession());
  const risks = report === null ? [] : nameRisks(review.plan.changes, report, say);
  if (risks.length === 0) return null;
  return (
    <section aria-label={say("push.risk-title")} className="flex flex-col gap-1">
      <h2 className="text-14 font-semibold">{say("push.risk-title")}</h2>
      {risks.map((risk) => (
        <p key={risk} className="text-14 text-soft">
          {risk}
        </p>
      ))}
    </section>
  );
}

function BackOnly() {
  const { say } = useSpeech();
  const desk = useDesk();
  return (
    <div>
      <Button onClick={() => leavePush(desk)}>{say("push.back")}</Button>
    </div>
  );
}

/** Nothing is written before a person said that no payment is under way. */
function Confirm({ review, planned }: { readonly review: Review; readonly planned: readonly boolean[] }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { connection } = useSession();
  const [isQuiet, setIsQuiet] = useState(false);
  const [isOverridden, setIsOverridden] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const tick = useRef<HTMLInputElement>(null);
  const isRefused = review.plan.refusedBy.length > 0;
  const start = (): void => {
    setIsMissing(!isQuiet);
    if (isQuiet) void pushPlan(desk, { override: isRefused && isOverridden, planned });
    else tick.current?.focus();
  };
  const canStart = connection.kind === "open" && !connection.isReading && (!isRefused || isOverridden);
  return (
    <div className="border-t border-line bg-surface">
      <div className="mx-auto flex w-full max-w-244 flex-wrap items-center gap-x-4 gap-y-2 px-8 py-3 narrow:px-5 low:py-2">
        <div className="flex grow basis-72 flex-col">
          <TickBox
            ref={tick}
            label={say("push.no-payment")}
            detail={say("push.no-payment-why")}
            error={isMissing && !isQuiet ? say("push.no-payment-missing") : null}
            isTicked={isQuiet}
            onTick={setIsQuiet}
          />
          {isRefused && <TickBox label={say("push.override")} isTicked={isOverridden} onTick={setIsOverridden} />}
          {connection.kind !== "open" && <p className="text-14 text-odd">{say("push.not-connected")}</p>}
        </div>
        <div className="ml-auto flex gap-3">
          <Button look="quiet" onClick={() => leavePush(desk)}>
            {say("push.back")}
          </Button>
          <Button look="primary" className="px-8 text-16" disabled={!canStart} onClick={start}>
            {say("push.start")}
          </Button>
        </div>
      </div>
    </div>
  );
}
