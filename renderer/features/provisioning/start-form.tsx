// Which plan, on which ports, by whom. Only the ports that are named here are ever opened.
import { type RefObject, type SyntheticEvent, useEffect, useRef, useState } from "react";
import type { Run } from "../../../electron/contract/provisioning.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TickBox } from "../../ui/tick-box.tsx";
import { BaudField } from "../connect/baud-field.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";
import { PlanChoice } from "./plan-choice.tsx";
import { PortsChoice } from "./ports-choice.tsx";
import { RunLogin } from "./run-login.tsx";
import type { StartTerms, WantedPlan } from "./start-terms.ts";
import { usePlans } from "./use-plans.ts";

interface StartFormProps {
  readonly run: Run;
  readonly wanted: WantedPlan | null;
}

export function StartForm({ run, wanted }: StartFormProps) {
  const { say } = useSpeech();
  const { plans } = usePlans(wanted);
  const open = plans?.filter(({ isClosed }) => !isClosed) ?? [];
  if (plans === null) return null;
  if (open.length === 0 && wanted === null) return <p className="text-16 text-soft">{say("bench.start-none")}</p>;
  const first = wanted?.plan ?? open[0]?.plan ?? "";
  return (
    <Terms
      key={first}
      first={{ plan: first, operator: run.operator, dryRun: wanted?.isDraft ?? false }}
      choices={[
        ...(wanted?.isDraft ? [{ plan: wanted.plan, name: say("bench.a-draft", { name: wanted.name }) }] : []),
        ...open,
      ]}
      draft={wanted?.isDraft ? wanted.plan : null}
    />
  );
}

/** Until somebody types a name, it is that of whoever was last at the bench, which may be told a moment later. */
interface TypedTerms extends Omit<StartTerms, "operator"> {
  readonly operator: string | null;
}

interface TermsProps {
  readonly first: Pick<StartTerms, "plan" | "operator" | "dryRun">;
  readonly choices: readonly { readonly plan: string; readonly name: string }[];
  /** Tried out, and never written. */
  readonly draft: string | null;
}

function Terms({ first, choices, draft }: TermsProps) {
  const { say } = useSpeech();
  const [terms, change] = useTerms(first);
  const { form, start, failure, missing } = useStart({ ...terms, dryRun: terms.dryRun || terms.plan === draft });
  return (
    <form
      ref={form}
      aria-label={say("bench.start-title")}
      className="flex max-w-200 flex-col gap-5 low:gap-3"
      onSubmit={(event) => void start(event)}
    >
      <h2 className="text-20 font-semibold">{say("bench.start-title")}</h2>
      <div className="flex flex-wrap gap-x-5 gap-y-3">
        <PlanChoice plans={choices} chosen={terms.plan} onChoose={(plan) => change({ plan })} />
        <TextField
          label={say("bench.operator")}
          name="operator"
          className="w-72 max-w-full"
          value={terms.operator}
          maxLength={256}
          error={missing === "operator" ? say("bench.operator-needed") : null}
          onChange={(event) => change({ operator: event.target.value })}
        />
      </div>
      <PortsChoice terms={terms} isMissing={missing === "ports"} onChange={change} />
      <div className="w-fit">
        <BaudField value={terms.baudRate} onChange={(rate) => change({ baudRate: rate })} />
      </div>
      <div className="flex flex-col">
        <TickBox label={say("bench.tests")} isTicked={terms.tests} onTick={(tests) => change({ tests })} />
        {terms.plan !== draft && (
          <TickBox label={say("bench.dry-run")} isTicked={terms.dryRun} onTick={(dryRun) => change({ dryRun })} />
        )}
      </div>
      <RunLogin terms={terms} onChange={change} />
      {failure !== null && (
        <div role="alert">
          <FailureWords failure={failure} />
        </div>
      )}
      <div>
        <Button look="primary" type="submit" className="px-10 text-16">
          {say("bench.start")}
        </Button>
      </div>
    </form>
  );
}

function useTerms(first: TermsProps["first"]): readonly [StartTerms, (part: Partial<StartTerms>) => void] {
  const [{ baudRate }] = usePreferences();
  const [typed, setTyped] = useState<TypedTerms>({ ...noTerms, baudRate, ...first, operator: null });
  const change = (part: Partial<StartTerms>): void => setTyped((before) => ({ ...before, ...part }));
  return [{ ...typed, operator: typed.operator ?? first.operator }, change];
}

const noLogin = { user: "", password: "", become: null, becomePassword: "" } as const;
const noTerms = { isAll: true, ports: [], morePorts: "", tests: true, ...noLogin };

function useStart(terms: StartTerms) {
  const { client } = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [missing, setMissing] = useState<Missing | null>(null);
  const form = useMissingField(missing);
  const start = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const ports = [...new Set([...terms.ports, ...listPorts(terms.morePorts)])];
    const lacks = terms.operator.trim() === "" ? "operator" : !terms.isAll && ports.length === 0 ? "ports" : null;
    setMissing(lacks === null ? null : { what: lacks });
    if (lacks !== null) return;
    const started = await client.call("provisioning.start", {
      plan: terms.plan,
      ports: terms.isAll ? null : ports,
      operator: terms.operator.trim(),
      dryRun: terms.dryRun,
      tests: terms.tests,
      baudRate: terms.baudRate,
      login: terms.user === "" ? null : { user: terms.user, password: terms.password || null },
      become: terms.become,
      becomePassword: terms.become === "su" ? terms.becomePassword || null : null,
    });
    setFailure(started.ok ? null : started.failure);
  };
  return { form, start, failure, missing: missing?.what ?? null };
}

/** A new one at each start that lacks something. */
interface Missing {
  readonly what: "operator" | "ports";
}

/** Where it is to be typed, in a form that is longer than the window. */
function useMissingField(missing: Missing | null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (missing !== null) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [missing]);
  return form;
}

function listPorts(text: string): readonly string[] {
  return text.split(/[\s,，;；、]+/u).filter(Boolean);
}
