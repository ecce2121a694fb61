import { useSpeech } from "../../i18n/speech.tsx";
import { TickBox } from "../../ui/tick-box.tsx";
import { findReport } from "../session/session-state.ts";
import { useSession } from "../session/use-desk.tsx";
import type { TestGroup } from "./group-tests.ts";

interface TestChoiceProps {
  readonly tests: readonly TestGroup[];
  readonly onRequire: (kind: TestGroup["kind"], required: boolean) => void;
}

/** What the terminal will find out with the new settings; a tick makes it a condition. */
export function TestChoice({ tests, onRequire }: TestChoiceProps) {
  const { say, tell } = useSpeech();
  const able = findReport(useSession())?.capabilities["test-network"];
  if (tests.length === 0) {
    const isUnable = able?.state === "no";
    return (
      <div className="flex flex-col gap-1">
        <p className="text-14 text-soft">{say(isUnable ? "push.tests-unable" : "push.tests-none")}</p>
        {isUnable && <p className="text-13 text-soft">{tell(able.reason)}</p>}
      </div>
    );
  }
  return (
    <fieldset className="rounded-panel border border-line bg-surface px-5 pt-3 pb-2">
      {/* Floated, a legend stands in the frame and not on its line. */}
      <legend className="float-left w-full pb-0.5 text-14 font-semibold">{say("push.tests-title")}</legend>
      <p className="text-13 text-soft">{say("push.tests-why")}</p>
      {tests.map(({ kind, about, required }) => (
        <div key={kind} data-test={kind}>
          <TickBox
            label={say("push.test-required", { test: say(`push.test-${kind}`, { about }) })}
            isTicked={required}
            onTick={(isTicked) => onRequire(kind, isTicked)}
          />
        </div>
      ))}
    </fieldset>
  );
}
