import type { Finding } from "../../../electron/core/findings/finding.ts";
import { parseAssignment } from "../../../electron/core/settings/assignment.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { type HopState, StateMark, stateColours } from "../../ui/state-mark.tsx";

interface FieldFindingsProps {
  readonly findings: readonly Finding[];
  /** Puts a correction's values into the form. */
  readonly onUse: (set: readonly string[]) => void;
}

const marks: Readonly<Record<Finding["severity"], HopState>> = { error: "wrong", warning: "odd", info: "unknown" };

/** Under a field: what the rules say of it, and the values that would be right. */
export function FieldFindings({ findings, onUse }: FieldFindingsProps) {
  const { tell } = useSpeech();
  if (findings.length === 0) return null;
  return (
    <div className="flex flex-col gap-1.5">
      {findings.map((finding) => (
        <div key={finding.rule} className="flex gap-2 text-13" data-finding={finding.rule}>
          <StateMark state={marks[finding.severity]} className="mt-0.5 size-4" />
          <div className="flex min-w-0 flex-col gap-1">
            <span className={stateColours[marks[finding.severity]]}>{tell(finding.message)}</span>
            <UseButtons finding={finding} onUse={onUse} />
          </div>
        </div>
      ))}
    </div>
  );
}

function UseButtons({ finding, onUse }: { readonly finding: Finding; readonly onUse: FieldFindingsProps["onUse"] }) {
  const { say, tell } = useSpeech();
  if (finding.corrections.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-2">
      {finding.corrections.map(({ set, reason }) => (
        <button
          key={set.join()}
          type="button"
          title={tell(reason)}
          onClick={() => onUse(set)}
          className="inline-flex min-h-target items-center gap-1.5 rounded-control border border-edge bg-surface px-3 hover:border-accent hover:text-accent"
        >
          <span>{say("findings.use")}</span>
          <span className="font-mono">{set.map(readValue).join("  ")}</span>
        </button>
      ))}
    </span>
  );
}

function readValue(text: string): string {
  const parsed = parseAssignment(text);
  return parsed.ok ? parsed.value.value : text;
}
