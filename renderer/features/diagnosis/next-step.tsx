// What to do now: correct the settings, answer the one question, or the next action; never two at once.
import { useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { canWrite } from "../connect/can-write.ts";
import { CorrectionValues } from "../connect/correction-values.tsx";
import { preparePlan } from "../session/push-plan.ts";
import { findReport } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { ActionDrawing } from "./action-drawing.tsx";
import { KeyIn } from "./key-in.tsx";
import type { Question, Way } from "./guide.ts";
import type { Done } from "./guide.ts";
import { answerQuestion, closeCheck, takeNext, tellCode } from "./run-guide.ts";
import { listActions } from "./sentence.ts";

const box = "flex flex-col gap-3 rounded-panel border border-accent bg-accent-wash px-5 py-4 low:py-3";

export function NextStep({ check, way }: { readonly check: Done; readonly way: Way }) {
  const { reasoned } = check;
  const report = findReport(useSession());
  const set = reasoned.advice.corrections.flatMap((correction) => correction.set);
  const isFixable = way === "cable" && set.length > 0 && report !== null && canWrite(report);
  const isFirst = set.length > 0 && check.action === 0;
  const { push } = reasoned.advice;
  // What is wrong is a setting, and what is right a person knows: a free address, the operator's access point.
  const isSettable =
    way === "cable" && set.length === 0 && (push === "yes" || push === "part") && report !== null && canWrite(report);
  if (isFixable && isFirst) return <FixStep set={set} way={way} />;
  if (way === "without" && isFirst) return <KeyIn set={set} />;
  if (reasoned.asked !== null && reasoned.verdict !== "clear") {
    return (
      <>
        <QuestionStep question={reasoned.asked} way={way} />
        <CodeStep check={check} way={way} />
      </>
    );
  }
  // The actions for a cause that settings mend have this program write them: without a cable nothing more is left to do here.
  const isKeyedIn = way === "without" && set.length > 0;
  return (
    <>
      {isKeyedIn ? (
        <Last />
      ) : (
        <ActionStep check={check} way={way} skipped={isFixable ? 1 : 0} isSettable={isSettable} />
      )}
      <CodeStep check={check} way={way} />
    </>
  );
}

function FixStep({ set, way }: { readonly set: readonly string[]; readonly way: Way }) {
  const { say } = useSpeech();
  const desk = useDesk();
  return (
    <section aria-label={say("why.now")} className={box} data-next="fix">
      <h2 className="text-16 font-semibold">{say("why.now")}</h2>
      <CorrectionValues set={set} />
      <p className="text-14">{say("why.fix-text")}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" className="px-8 text-16" onClick={() => void preparePlan(desk, { set, fix: false })}>
          {say("why.fix")}
        </Button>
        <Button onClick={() => takeNext(way)}>{say("why.next")}</Button>
      </div>
    </section>
  );
}

function QuestionStep({ question, way }: { readonly question: Question; readonly way: Way }) {
  const { say, tell } = useSpeech();
  const desk = useDesk();
  return (
    <section aria-label={say("why.question")} className={box} data-next="question" data-question={question.id}>
      <h2 className="text-16 font-semibold">{tell(question.text)}</h2>
      <div className="flex flex-wrap gap-3">
        {question.options.map(({ id, text }) => (
          <Button
            key={id}
            data-option={id}
            onClick={() => void answerQuestion(desk, way, { question: question.id, option: id })}
          >
            {tell(text)}
          </Button>
        ))}
      </div>
    </section>
  );
}

interface ActionStepProps {
  readonly check: Done;
  readonly way: Way;
  /** Steps before the first of the actions. */
  readonly skipped: number;
  /** Settings may mend it, with values that a person knows. */
  readonly isSettable: boolean;
}

function ActionStep({ check, way, skipped, isSettable }: ActionStepProps) {
  const { say, tell } = useSpeech();
  const desk = useDesk();
  const actions = listActions(check.reasoned);
  const at = check.action - skipped;
  const action = actions[at];
  if (action === undefined) return <Last />;
  return (
    <section aria-label={say("why.now")} className={box} data-next="action">
      <p className="text-13 font-medium text-soft">
        {say("why.now")} · {say("why.step", { at: at + 1, all: actions.length })}
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {action.picture !== undefined && <ActionDrawing picture={action.picture} />}
        <p className="min-w-60 flex-1 text-20">{tell(action.text)}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" onClick={() => closeCheck(way)}>
          {say("why.works")}
        </Button>
        {isSettable && (
          <Button
            data-change-settings=""
            onClick={() => desk.store.change((state) => ({ ...state, screen: "settings" }))}
          >
            {say("why.change-settings")}
          </Button>
        )}
        <Button onClick={() => takeNext(way)}>{say("why.next")}</Button>
      </div>
    </section>
  );
}

function Last() {
  const { say } = useSpeech();
  return (
    <p className="text-16" data-next="call">
      {say("why.last")}
    </p>
  );
}

/** A code from the host changes everything: the network worked then. */
function CodeStep({ check, way }: { readonly check: Done; readonly way: Way }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const told = check.known.codes?.[0]?.code ?? "";
  const [code, setCode] = useState(told);
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== "") void tellCode(desk, way, code.trim());
      }}
    >
      <TextField
        label={say("why.code")}
        hint={say("why.code-hint")}
        name="code"
        isMono
        value={code}
        maxLength={8}
        className="min-w-60"
        onChange={(event) => setCode(event.target.value)}
        after={
          <Button look="quiet" type="submit">
            {say("why.code-tell")}
          </Button>
        }
      />
    </form>
  );
}
