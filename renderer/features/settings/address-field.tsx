import { useId } from "react";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { mayBecomeAddress } from "../../../electron/core/settings/typed-value.ts";
import { inputFrame } from "../../ui/text-field.tsx";
import type { TermId } from "../help/term-id.ts";
import { TermHelp } from "../help/term-help.tsx";
import { FieldFindings } from "./field-findings.tsx";
import { FieldRemarks } from "./field-remarks.tsx";
import { askAgain, type FieldValue, readAddressField } from "./read-field.ts";
import { useTyping } from "./use-typing.ts";

interface AddressFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly findings: readonly Finding[];
  readonly isDisabled: boolean;
  readonly isLabelHidden?: boolean;
  /** What its "?" explains. */
  readonly term?: TermId;
  /** Whether a network size may stand behind the address. */
  readonly takesPrefix?: boolean;
  readonly onChange: (value: FieldValue) => void;
  readonly onUse: (set: readonly string[]) => void;
}

/** One address. It is judged at every keystroke, but an address that is still being typed is not called wrong. */
export function AddressField({ label, name, value, findings, takesPrefix = false, term, ...rest }: AddressFieldProps) {
  const { isDisabled, isLabelHidden, onChange, onUse } = rest;
  const id = useId();
  const { isTyping, typed, take, confirm, enter, leave } = useTyping(value);
  const text = isTyping && typed !== null ? typed.text : value;
  const isEarly = isTyping && text.trim() !== "" && mayBecomeAddress(text);
  const reading = typed?.reading ?? askAgain(readAddressField(value, takesPrefix));
  const shown = isEarly || reading?.question != null ? [] : findings;
  const isWrong = shown.some((one) => one.severity === "error");
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className={isLabelHidden ? "contents" : "flex items-center gap-1"}>
        <label htmlFor={id} className={isLabelHidden ? "sr-only" : "text-14 font-medium"}>
          {label}
        </label>
        {term !== undefined && <TermHelp term={term} label={label} />}
      </div>
      <input
        id={id}
        name={name}
        value={text}
        disabled={isDisabled}
        maxLength={64}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isWrong}
        aria-describedby={`${id}-notes`}
        onChange={({ target }) =>
          onChange(take({ text: target.value, reading: readAddressField(target.value, takesPrefix), input: name }))
        }
        onFocus={enter}
        onBlur={leave}
        className={`min-h-target w-full px-3 py-1 font-mono text-16 outline-none disabled:text-soft ${inputFrame} ${isWrong ? "border-wrong" : "border-edge"}`}
      />
      <div id={`${id}-notes`} className="flex flex-col gap-1.5 empty:hidden">
        <FieldFindings findings={shown} onUse={onUse} />
        {!isEarly && reading !== null && !isDisabled && (
          <FieldRemarks reading={reading} show={showAddress} onConfirm={(chosen) => onChange(confirm(chosen))} />
        )}
      </div>
    </div>
  );
}

function showAddress({ text, prefix }: FieldValue): string {
  return prefix === null ? text : `${text}/${prefix}`;
}
