import { useId, useState } from "react";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { inputFrame } from "../../ui/text-field.tsx";
import { FieldFindings } from "./field-findings.tsx";
import { type Forgiven, forgiveAddress, mayBecomeAddress } from "./forgive-input.ts";

interface AddressFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly findings: readonly Finding[];
  readonly isDisabled: boolean;
  readonly isLabelHidden?: boolean;
  readonly onChange: (forgiven: Forgiven) => void;
  readonly onUse: (set: readonly string[]) => void;
}

interface Typed {
  readonly text: string;
  readonly forgiven: Forgiven;
}

/** One address. It is judged at every keystroke, but an address that is still being typed is not called wrong. */
export function AddressField({ label, name, value, findings, onChange, onUse, ...rest }: AddressFieldProps) {
  const id = useId();
  const [isTyping, setIsTyping] = useState(false);
  const [typed, setTyped] = useState<Typed | null>(null);
  const shown = isTyping && value !== "" && mayBecomeAddress(value) ? [] : findings;
  const isWrong = shown.some((one) => one.severity === "error");
  const take = (text: string): void => {
    const forgiven = forgiveAddress(text);
    setTyped({ text, forgiven });
    onChange(forgiven);
  };
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className={rest.isLabelHidden ? "sr-only" : "text-14 font-medium"}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        value={value}
        disabled={rest.isDisabled}
        maxLength={64}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isWrong}
        aria-describedby={`${id}-notes`}
        onChange={(event) => take(event.target.value)}
        onFocus={() => setIsTyping(true)}
        onBlur={() => setIsTyping(false)}
        className={`min-h-target w-full px-3 py-1 font-mono text-16 outline-none disabled:text-soft ${inputFrame} ${isWrong ? "border-wrong" : "border-edge"}`}
      />
      <div id={`${id}-notes`} className="flex flex-col gap-1.5 empty:hidden">
        {typed !== null && <InputNoteLine typed={typed} />}
        <FieldFindings findings={shown} onUse={onUse} />
      </div>
    </div>
  );
}

/** What was forgiven, so that nothing is changed behind anybody's back. */
function InputNoteLine({ typed: { text, forgiven } }: { readonly typed: Typed }) {
  const { say } = useSpeech();
  const { note } = forgiven;
  if (note === null) return null;
  const words = note === "settings.note-padded" ? say(note, { typed: text.trim(), value: forgiven.text }) : say(note);
  return <p className="text-13 text-soft">{words}</p>;
}
