// What is wrong with the sheet, by row and column.
import { useSpeech } from "../../i18n/speech.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import type { Draft } from "./use-sheet.ts";

const marks = { error: "wrong", warning: "odd", info: "unknown" } as const;

export function RemarkList({ draft: { remarks } }: { readonly draft: Draft }) {
  const { say, tell } = useSpeech();
  return (
    <section aria-label={say("bench.remarks")} className="flex flex-col gap-2">
      <h2 className="text-16 font-semibold">{say("bench.remarks")}</h2>
      <ul
        tabIndex={0}
        aria-label={say("bench.remarks")}
        className="flex max-h-72 flex-col gap-2 overflow-y-auto low:max-h-44"
      >
        {remarks.map(({ line, column, heading, severity, code, message }, at) => (
          <li key={`${at}-${code}`} data-remark={`${line}:${column ?? ""}`} className="flex gap-3 text-14">
            <StateMark state={marks[severity]} className="mt-px size-5" />
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">
                {heading === null ? say("bench.remark-row", { line }) : say("bench.remark-at", { line, heading })}
                <span className="font-normal text-soft"> · {say(`bench.severity-${severity}`)}</span>
              </span>
              <span>{tell(message)}</span>
            </span>
          </li>
        ))}
      </ul>
      {remarks.length >= 500 && (
        <p className="text-13 text-soft">{say("bench.remarks-shown", { shown: remarks.length })}</p>
      )}
    </section>
  );
}
