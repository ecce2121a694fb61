import type { PushResult } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { type HopState, StateMark, stateColours } from "../../ui/state-mark.tsx";

type Verdict = PushResult["fields"][number]["verdict"];

const marks: Readonly<Record<Verdict, HopState>> = { "applied": "ok", "not-applied": "wrong", "unknown": "unknown" };
const words = {
  "applied": "result.applied",
  "not-applied": "result.not-applied",
  "unknown": "result.field-unknown",
} as const;

interface FieldOutcomeProps {
  readonly verdict: Verdict;
  /** Null: not known. */
  readonly persisted: boolean | null;
  /** Not told where the value is not the terminal's own to keep, or where what becomes of all of them is said above. */
  readonly tellsFuture?: boolean;
}

export function FieldOutcome({ verdict, persisted, tellsFuture = true }: FieldOutcomeProps) {
  const { say } = useSpeech();
  const lasting = persisted === null ? "result.kept-unknown" : persisted ? "result.kept" : "result.not-kept";
  // What did not come about has no future, and what is not known is said once.
  const isTold = tellsFuture && (verdict === "applied" || (verdict === "unknown" && persisted !== null));
  return (
    <span className="flex flex-col" data-verdict={verdict} data-persisted={String(persisted)}>
      <span
        className={`flex items-center gap-1.5 text-14 font-medium whitespace-nowrap ${stateColours[marks[verdict]]}`}
      >
        <StateMark state={marks[verdict]} className="size-4.5" />
        {say(words[verdict])}
      </span>
      {isTold && <span className="pl-6 text-13 text-soft">{say(lasting)}</span>}
    </span>
  );
}
