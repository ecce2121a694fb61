import { useId } from "react";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { printIpv4 } from "../../../electron/core/settings/ipv4.ts";
import { maskOf, parsePrefixLength } from "../../../electron/core/settings/prefix-length.ts";
import { mayBecomeAddress } from "../../../electron/core/settings/typed-value.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { inputFrame } from "../../ui/text-field.tsx";
import { FieldFindings } from "./field-findings.tsx";
import { GroupName } from "./group-name.tsx";
import { FieldRemarks } from "./field-remarks.tsx";
import { askAgain, type FieldValue, readSizeField } from "./read-field.ts";
import { type Typing, useTyping } from "./use-typing.ts";

interface PrefixFieldProps {
  readonly value: string;
  readonly findings: readonly Finding[];
  readonly isDisabled: boolean;
  readonly onChange: (prefix: string) => void;
  readonly onUse: (set: readonly string[]) => void;
}

/** The size of the network, one control shown both ways: what is typed on either side shows on the other. */
export function PrefixField({ value, findings, isDisabled, onChange, onUse }: PrefixFieldProps) {
  const { say } = useSpeech();
  const id = useId();
  const typing = useTyping(value);
  const { isTyping, typed } = typing;
  const isEarly = isTyping && mayBecomeAddress(typed?.text ?? value);
  const reading = typed?.reading ?? askAgain(readSizeField(value, "mask"));
  const shown = isEarly || reading?.question != null ? [] : findings;
  const isWrong = shown.some((one) => one.severity === "error");
  const sides = showBothWays(value, typing);
  const take = (text: string, side: Side): void =>
    onChange(typing.take({ text, reading: readSizeField(text, side), input: side }).text);
  const shared = { isDisabled, isWrong, notesId: `${id}-findings`, onType: take };
  return (
    <div role="group" aria-labelledby={`${id}-name`} className="flex min-w-0 flex-col gap-1.5">
      <GroupName id={`${id}-name`} name={say("settings.prefix")} term="mask" />
      <div
        onFocus={typing.enter}
        onBlur={typing.leave}
        className={`flex min-h-target items-stretch ${inputFrame} ${isWrong ? "border-wrong" : "border-edge"}`}
      >
        <span aria-hidden="true" className="self-center pl-3 font-mono text-16 text-soft">
          /
        </span>
        <SizeInput {...shared} side="prefix" label={say("settings.prefix-short")} value={sides.prefix} />
        <span aria-hidden="true" className="my-1.5 w-px bg-line" />
        <SizeInput {...shared} side="mask" label={say("settings.mask-short")} value={sides.mask} />
      </div>
      <div id={`${id}-findings`} className="flex flex-col gap-1.5 empty:hidden">
        <FieldFindings findings={shown} onUse={onUse} />
        {!isEarly && reading !== null && !isDisabled && (
          <FieldRemarks reading={reading} show={showMask} onConfirm={(size) => onChange(typing.confirm(size).text)} />
        )}
      </div>
    </div>
  );
}

type Side = "prefix" | "mask";

interface SizeInputProps {
  readonly side: Side;
  readonly label: string;
  readonly value: string;
  readonly isDisabled: boolean;
  readonly isWrong: boolean;
  readonly notesId: string;
  readonly onType: (text: string, side: Side) => void;
}

function SizeInput({ side, label, value, isDisabled, isWrong, notesId, onType }: SizeInputProps) {
  return (
    <input
      name={side}
      aria-label={label}
      value={value}
      disabled={isDisabled}
      maxLength={32}
      inputMode={side === "prefix" ? "numeric" : "decimal"}
      autoComplete="off"
      spellCheck={false}
      aria-invalid={isWrong}
      aria-describedby={notesId}
      onChange={({ target }) => onType(target.value, side)}
      className={`min-w-0 bg-transparent px-3 py-1 font-mono text-16 outline-none disabled:text-soft ${side === "prefix" ? "w-16" : "grow"}`}
    />
  );
}

function showMask({ text }: FieldValue): string {
  return printSides(text).mask;
}

/** The side that is typed into shows what is typed, the other one what it comes to. */
function showBothWays(value: string, { isTyping, typed }: Typing): Readonly<Record<Side, string>> {
  const sides = printSides(value);
  if (!isTyping || typed === null) return sides;
  const isSize = parsePrefixLength(value).ok;
  return typed.input === "prefix"
    ? { prefix: typed.text, mask: isSize ? sides.mask : "" }
    : { prefix: isSize ? sides.prefix : "", mask: typed.text };
}

function printSides(value: string): Readonly<Record<Side, string>> {
  const parsed = parsePrefixLength(value);
  if (!parsed.ok) return value.includes(".") ? { prefix: "", mask: value } : { prefix: value, mask: "" };
  return { prefix: String(parsed.value), mask: printIpv4(maskOf(parsed.value)) };
}
