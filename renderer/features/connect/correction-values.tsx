// A correction in words: which setting, from what to what.
import { ArrowRight } from "lucide-react";
import { parseAssignment } from "../../../electron/core/settings/assignment.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { ChangedValue } from "../../ui/changed-value.tsx";
import { printField } from "../push/print-field.ts";
import { nameField, nameValue } from "../push/name-field.ts";
import { findReport } from "../session/session-state.ts";
import { useSession } from "../session/use-desk.tsx";

export function CorrectionValues({ set }: { readonly set: readonly string[] }) {
  const speech = useSpeech();
  const report = findReport(useSession());
  return (
    <span className="flex flex-col gap-1" data-set={set.join(" ")}>
      {set.map((text) => {
        const parsed = parseAssignment(text);
        if (!parsed.ok) return null;
        const { interface: name, field, value } = parsed.value;
        const own = report?.interfaces.find((one) => one.name === name)?.ipv4 ?? null;
        const from = nameValue(field, printField(own, field), speech);
        const to = nameValue(field, value, speech);
        return (
          <span key={text} className="flex flex-wrap items-center gap-x-2">
            <span className="text-14">{nameField(field, speech)}</span>
            <span className="flex flex-wrap items-center gap-x-2">
              <ChangedValue value={from} against={to} tone="old" />
              <ArrowRight aria-hidden="true" className="size-4 shrink-0 text-soft" />
              <ChangedValue value={to} against={from} tone="new" />
            </span>
          </span>
        );
      })}
    </span>
  );
}
