import { type ChangeEvent, useId, useState } from "react";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { printIpv4 } from "../../../electron/core/settings/ipv4.ts";
import { maskOf, parsePrefixLength } from "../../../electron/core/settings/prefix-length.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { inputFrame } from "../../ui/text-field.tsx";
import { FieldFindings } from "./field-findings.tsx";
import { forgiveAddress, mayBecomeAddress } from "./forgive-input.ts";

interface PrefixFieldProps {
  readonly value: string;
  readonly findings: readonly Finding[];
  readonly isDisabled: boolean;
  readonly onChange: (prefix: string) => void;
  readonly onUse: (set: readonly string[]) => void;
}

const look = "min-w-0 bg-transparent px-3 py-1 font-mono text-16 outline-none disabled:text-soft";

/** The size of the network, one control shown both ways: what is typed on either side shows on the other. */
export function PrefixField({ value, findings, isDisabled, onChange, onUse }: PrefixFieldProps) {
  const { say } = useSpeech();
  const id = useId();
  const [isTyping, setIsTyping] = useState(false);
  const shown = isTyping && isUnfinished(value) ? [] : findings;
  const isWrong = shown.some((one) => one.severity === "error");
  const { short, mask } = showBothWays(value);
  const take = (event: ChangeEvent<HTMLInputElement>): void =>
    onChange(shorten(forgiveAddress(event.target.value).text));
  const shared = {
    onChange: take,
    disabled: isDisabled,
    autoComplete: "off",
    spellCheck: false,
    "aria-invalid": isWrong,
    "aria-describedby": `${id}-findings`,
  } as const;
  return (
    <fieldset className="min-w-0" onFocus={() => setIsTyping(true)} onBlur={() => setIsTyping(false)}>
      <legend className="mb-1.5 text-14 font-medium">{say("settings.prefix")}</legend>
      <div className={`flex min-h-target items-stretch ${inputFrame} ${isWrong ? "border-wrong" : "border-edge"}`}>
        <span aria-hidden="true" className="self-center pl-3 font-mono text-16 text-soft">
          /
        </span>
        <input
          {...shared}
          name="prefix"
          aria-label={say("settings.prefix-short")}
          value={short}
          maxLength={16}
          inputMode="numeric"
          className={`w-16 ${look}`}
        />
        <span aria-hidden="true" className="my-1.5 w-px bg-line" />
        <input
          {...shared}
          name="mask"
          aria-label={say("settings.mask-short")}
          value={mask}
          maxLength={32}
          inputMode="decimal"
          className={`grow ${look}`}
        />
      </div>
      <div id={`${id}-findings`} className="mt-1.5 empty:hidden">
        <FieldFindings findings={shown} onUse={onUse} />
      </div>
    </fieldset>
  );
}

function isUnfinished(value: string): boolean {
  return value === "" || (value.includes(".") && mayBecomeAddress(value));
}

function showBothWays(value: string): { readonly short: string; readonly mask: string } {
  const parsed = parsePrefixLength(value);
  if (!parsed.ok) return value.includes(".") ? { short: "", mask: value } : { short: value, mask: "" };
  return { short: String(parsed.value), mask: printIpv4(maskOf(parsed.value)) };
}

/** A whole mask is kept as its prefix length, so that the same size is the same text. */
function shorten(typed: string): string {
  const parsed = parsePrefixLength(typed);
  return parsed.ok ? String(parsed.value) : typed;
}
