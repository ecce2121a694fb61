// What the terminal says, since when, and whether this computer may try the way too.
import { useEffect, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TickBox } from "../../ui/tick-box.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { changeTyped, type Question, useGuide } from "./guide.ts";

/** Asked of everybody; the others only where they decide. */
const alwaysAsked: readonly string[] = ["since", "others-too"];

export function SeenStep() {
  const { say } = useSpeech();
  const { typed } = useGuide();
  const questions = useQuestions();
  const isLocal = typed.channel === "wired" || typed.channel === "wifi";
  return (
    <div className="flex flex-col gap-4 low:gap-3">
      <div className="grid grid-cols-2 gap-x-6 gap-y-4 low:gap-y-2">
        <Field name="message" label={say("without.message")} />
        <Field name="code" label={say("why.code")} hint={say("why.code-hint")} />
        <Field name="terminalId" label={say("without.terminal-id")} />
        <Field name="serialNumber" label={say("without.serial")} />
      </div>
      {questions.map((question) => (
        <AskedQuestion key={question.id} question={question} />
      ))}
      {isLocal && (
        <TickBox
          label={say("without.shares")}
          detail={say("without.shares-why")}
          isTicked={typed.sharesRouter}
          onTick={(sharesRouter) => changeTyped({ sharesRouter })}
        />
      )}
    </div>
  );
}

interface FieldProps {
  readonly name: "message" | "code" | "terminalId" | "serialNumber";
  readonly label: string;
  readonly hint?: string;
}

function Field({ name, label, hint }: FieldProps) {
  const { typed } = useGuide();
  return (
    <TextField
      label={label}
      hint={hint}
      name={name}
      isMono={name !== "message"}
      value={typed[name]}
      maxLength={name === "code" ? 8 : name === "message" ? 200 : 64}
      onChange={(event) => changeTyped({ [name]: event.target.value })}
    />
  );
}

function AskedQuestion({ question }: { readonly question: Question }) {
  const { tell } = useSpeech();
  const { typed } = useGuide();
  return (
    <div className="flex flex-col gap-2" data-question={question.id}>
      <h2 className="text-14 font-semibold">{tell(question.text)}</h2>
      <div>
        <Segmented
          label={tell(question.text)}
          segments={question.options.map(({ id, text }) => ({ value: id, label: tell(text) }))}
          value={typed.answers[question.id] ?? ""}
          onChoose={(option) => changeTyped({ answers: { ...typed.answers, [question.id]: option } })}
        />
      </div>
    </div>
  );
}

function useQuestions(): readonly Question[] {
  const { client } = useDesk();
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  useEffect(() => {
    let isLeft = false;
    void client.call("diagnosis.questions", {}).then((asked) => {
      if (!isLeft && asked.ok) setQuestions(asked.value.questions.filter(({ id }) => alwaysAsked.includes(id)));
    });
    return () => {
      isLeft = true;
    };
  }, [client]);
  return questions;
}
