import type { TestReport } from "../../../electron/contract/test-report.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { type HopState, StateMark } from "../../ui/state-mark.tsx";

const marks: Readonly<Record<TestReport["outcome"], HopState>> = { passed: "ok", failed: "wrong", unable: "unknown" };

/** What the terminal itself found out, each in a sentence that says who asked whom. */
export function TestResults({ results }: { readonly results: readonly TestReport[] }) {
  const { say, tell } = useSpeech();
  if (results.length === 0) return null;
  return (
    <section aria-label={say("push.tested-title")} className="flex flex-col gap-1.5">
      <h2 className="text-14 font-semibold">{say("push.tested-title")}</h2>
      <ul className="flex flex-col gap-1.5">
        {results.map(({ message, outcome, test }, place) => (
          <li key={place} className="flex gap-2 text-14" data-tested={test.kind} data-state={outcome}>
            <StateMark state={marks[outcome]} className="mt-0.5 size-4.5" />
            <span className="wrap-anywhere">
              <span className="sr-only">{say(`push.tested-${outcome}`)} </span>
              {tell(message)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
