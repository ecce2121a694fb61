import { useSpeech } from "../../i18n/speech.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import type { FieldReading, FieldValue } from "./read-field.ts";

interface FieldRemarksProps {
  readonly reading: FieldReading;
  /** How the value in question is shown. */
  readonly show: (value: FieldValue) => string;
  readonly onConfirm: (value: FieldValue) => void;
}

/** What was forgiven or refused, so that nothing is changed behind anybody's back. */
export function FieldRemarks({ reading: { remarks, refusal, question }, show, onConfirm }: FieldRemarksProps) {
  const { say, tell } = useSpeech();
  if (remarks.length === 0 && refusal === null) return null;
  return (
    <div className={`flex gap-2 text-13 text-soft ${refusal === null ? "" : "pl-6"}`} data-remarks>
      {question !== null && <StateMark state="odd" className="mt-0.5 size-4" />}
      <div className="flex min-w-0 flex-col gap-1">
        {remarks.map((remark) => (
          <p key={remark.en} className="break-words">
            {tell(remark)}
          </p>
        ))}
        {refusal !== null && <p>{say("settings.refused", { reason: tell(refusal) })}</p>}
        {question !== null && (
          <span>
            <button
              type="button"
              onClick={() => onConfirm(question)}
              className="inline-flex min-h-target items-center rounded-control border border-edge bg-surface px-3 hover:border-accent hover:text-accent"
            >
              {say("settings.confirm", { value: show(question) })}
            </button>
          </span>
        )}
      </div>
    </div>
  );
}
