import type { Failure } from "../../../electron/core/failures/failure.ts";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";

interface FailureWordsProps {
  readonly failure: Failure;
  /** What to do before anything else, where that depends on what a person did. */
  readonly first?: string | null;
}

/** What happened and what to do; the code only last and small, for whoever is asked for help. */
export function FailureWords({ failure, first = null }: FailureWordsProps) {
  const { say, language } = useSpeech();
  const { sentence, steps: usual } = describeFailure(failure, language);
  const steps = first === null ? usual : [first, ...usual];
  return (
    <div className="flex flex-col gap-4 low:gap-2" data-failure={failure.code}>
      <p className="max-w-[44em] text-16 text-soft">{sentence}</p>
      {steps.length > 0 && (
        <div className="flex flex-col gap-1">
          <h2 className="text-14 font-semibold">{say("failure.what-to-do")}</h2>
          <ol className="flex list-decimal flex-col gap-1 pl-5 text-14">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
      <p className="text-13 text-soft">{say("failure.code", { code: failure.code })}</p>
    </div>
  );
}
