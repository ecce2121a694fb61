// What the technician changes of the settings in a pack: filled in as the check proposes, and saved as the correction file.
import { ArrowRight, Download } from "lucide-react";
import { useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { ChangedValue } from "../../ui/changed-value.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { nameField, nameValue } from "../push/name-field.ts";
import { useDesk } from "../session/use-desk.tsx";
import { type AnswerField, listAnswerFields, writeAssignments } from "./answer-fields.ts";
import { saveFile } from "./save-file.ts";

export interface SentPack {
  readonly name: string;
  readonly zip: string;
  readonly opened: Output<"pack.open">;
}

export function PackAnswer({ sent }: { readonly sent: SentPack }) {
  const { say } = useSpeech();
  const { known, reasoned, canAnswer } = sent.opened;
  const fields = listAnswerFields(known.settings ?? null, reasoned.advice.corrections);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const set = writeAssignments(fields, typed);
  const { save, failure } = useAnswer(sent, set);
  if (!canAnswer) return <p className="text-14 text-soft">{say("packdesk.unbound")}</p>;
  return (
    <form
      aria-label={say("packdesk.correct")}
      className="flex flex-col gap-4 rounded-panel border border-accent bg-accent-wash px-5 py-4"
      data-answer={set.join(" ")}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 className="text-16 font-semibold">{say("packdesk.correct")}</h2>
      <div className="grid grid-cols-2 gap-x-6 gap-y-3">
        {fields.map((field) => (
          <Field
            key={field.path}
            field={field}
            typed={typed[field.path] ?? field.proposed}
            onType={(value) => setTyped({ ...typed, [field.path]: value })}
          />
        ))}
      </div>
      <Difference fields={fields} set={set} />
      {failure !== null && (
        <div role="alert">
          <FailureWords failure={failure} />
        </div>
      )}
      <Save isEmpty={set.length === 0} />
    </form>
  );
}

function useAnswer({ name, zip, opened }: SentPack, set: readonly string[]) {
  const { client } = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    const answer = await client.call("pack.answer", { name, zip, set: [...set] });
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    const serialNumber = (opened.terminal.serialNumber ?? "").replace(/[^\w-]/g, "_");
    const file = new Blob([answer.value.text], { type: "application/json" });
    saveFile(`counterpart-fix-${serialNumber}.json`, file);
  };
  return { save, failure };
}

function Save({ isEmpty }: { readonly isEmpty: boolean }) {
  const { say } = useSpeech();
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button look="primary" type="submit" disabled={isEmpty} icon={<Download aria-hidden="true" className="size-4" />}>
        {say("packdesk.save")}
      </Button>
      <p className="max-w-[30em] text-13 text-soft">{say("packdesk.save-text")}</p>
    </div>
  );
}

interface FieldProps {
  readonly field: AnswerField;
  readonly typed: string;
  readonly onType: (value: string) => void;
}

function Field({ field: { path, field, name }, typed, onType }: FieldProps) {
  const speech = useSpeech();
  const label = `${nameField(field, speech)} · ${name}`;
  if (field === "ipv4.method") {
    return (
      <label className="flex flex-col gap-1 text-14 font-medium">
        {label}
        <select
          name={path}
          value={typed}
          className="min-h-target rounded-control border border-edge bg-surface px-3 text-14 font-normal"
          onChange={({ target }) => onType(target.value)}
        >
          {[...new Set(["static", "dhcp", typed])].map((value) => (
            <option key={value} value={value}>
              {nameValue(field, value, speech)}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <TextField
      label={label}
      name={path}
      isMono
      value={typed}
      maxLength={256}
      onChange={(event) => onType(event.target.value)}
    />
  );
}

function Difference({ fields, set }: { readonly fields: readonly AnswerField[]; readonly set: readonly string[] }) {
  const speech = useSpeech();
  const { say } = speech;
  if (set.length === 0) return <p className="text-14">{say("packdesk.same")}</p>;
  return (
    <ul className="flex flex-col gap-1" aria-label={say("packdesk.difference")}>
      {fields.map(({ path, field, now }) => {
        const assignment = set.find((text) => text.startsWith(`${path}=`));
        if (assignment === undefined) return null;
        const to = nameValue(field, assignment.slice(path.length + 1), speech);
        const from = nameValue(field, now, speech);
        return (
          <li key={path} className="flex flex-wrap items-center gap-x-2" data-corrected={path}>
            <span className="text-14">{nameField(field, speech)}</span>
            <ChangedValue value={from} against={to} tone="old" />
            <ArrowRight aria-hidden="true" className="size-4 shrink-0 text-soft" />
            <ChangedValue value={to} against={from} tone="new" />
          </li>
        );
      })}
    </ul>
  );
}
