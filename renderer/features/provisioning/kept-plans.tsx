// The plans of the register, the newest first, each with how far it is.
import { useState } from "react";
import { printMoment } from "../../i18n/print-moment.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { SureButton } from "../../ui/sure-button.tsx";
import { ListSearch, NothingFound, useSearch } from "../../ui/use-search.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { KeptRows } from "./kept-rows.tsx";
import type { WantedPlan } from "./start-terms.ts";
import { type KeptPlan, usePlans } from "./use-plans.ts";

interface KeptPlansProps {
  /** Changes when another plan was kept. */
  readonly about: number;
  readonly operator: string;
  readonly onStart: (plan: WantedPlan) => void;
}

export function KeptPlans({ about, operator, onStart }: KeptPlansProps) {
  const { say } = useSpeech();
  const { plans, failure, reload } = usePlans(about);
  const search = useSearch(plans ?? [], listTexts);
  const { typed } = search;
  return (
    <section aria-label={say("bench.kept-plans")} className="flex flex-col gap-3">
      <h2 className="text-20 font-semibold">{say("bench.kept-plans")}</h2>
      {failure !== null && (
        <div role="alert">
          <FailureWords failure={failure} />
        </div>
      )}
      {plans === null && failure === null && <Spinner />}
      {plans?.length === 0 && <p className="text-14 text-soft">{say("bench.no-plans")}</p>}
      <ListSearch search={search} label={say("bench.search-plans")} />
      <NothingFound search={search} words={say("bench.no-such-plan", { typed })} />
      <ul className="flex flex-col gap-3">
        {search.found.map((plan) => (
          <Plan key={plan.plan} plan={plan} operator={operator} onStart={onStart} onChange={reload} />
        ))}
      </ul>
    </section>
  );
}

function listTexts({ name, by, at }: KeptPlan): readonly string[] {
  return [name, by.operator, by.bench, at];
}

interface PlanProps {
  readonly plan: KeptPlan;
  readonly operator: string;
  readonly onStart: (plan: WantedPlan) => void;
  readonly onChange: () => void;
}

const counted = ["free", "claimed", "done", "stopped"] as const;

function Plan({ plan, operator, onStart, onChange }: PlanProps) {
  const { say, language } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <li data-plan={plan.name} className="flex flex-col gap-3 rounded-panel border border-line bg-surface px-5 py-4">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="text-16 font-semibold">{plan.name}</h3>
        <span className="text-13 text-soft">
          {say(plan.by.operator === "" ? "bench.plan-made-at" : "bench.plan-made", {
            when: printMoment(plan.at, language),
            ...plan.by,
          })}
        </span>
        {plan.isClosed && <span className="text-13 text-soft">{say("bench.plan-closed")}</span>}
      </div>
      <p className="flex flex-wrap gap-x-5 text-14" data-counts="">
        {counted.map((state) => (
          <span key={state}>{say(`bench.count-${state}`, { count: plan.counts[state] })}</span>
        ))}
      </p>
      <div className="flex flex-wrap gap-3">
        {!plan.isClosed && (
          <Button look="primary" onClick={() => onStart({ plan: plan.plan, name: plan.name, isDraft: false })}>
            {say("bench.set-up")}
          </Button>
        )}
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say(isOpen ? "bench.hide-rows" : "bench.show-rows")}
        </Button>
        {!plan.isClosed && <ClosePlan plan={plan} operator={operator} onChange={onChange} />}
      </div>
      {isOpen && <KeptRows plan={plan} operator={operator} onChange={onChange} />}
    </li>
  );
}

/** Asks once more: what it frees may be taken by another bench at once. */
function ClosePlan({ plan, operator, onChange }: Omit<PlanProps, "onStart">) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const close = async (): Promise<void> => {
    await client.call("provisioning.close", { plan: plan.plan, operator });
    onChange();
  };
  return <SureButton label={say("bench.close-plan")} sure={say("bench.close-sure")} onSure={() => void close()} />;
}
