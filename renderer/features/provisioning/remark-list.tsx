// What is wrong with the sheet, by row and column.
import { useState } from "react";
import { type Speech, useSpeech } from "../../i18n/speech.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import type { Draft } from "./use-sheet.ts";

const marks = { error: "wrong", warning: "odd", info: "unknown" } as const;

/** A longer list can be searched. */
const atAGlance = 5;

export function RemarkList({ draft: { remarks } }: { readonly draft: Draft }) {
  const { say, tell } = useSpeech();
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const found = remarks.filter((each) =>
    [sayPlace(each, say), tell(each.message)].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <section aria-label={say("bench.remarks")} className="flex flex-col gap-2">
      <h2 className="text-16 font-semibold">{say("bench.remarks")}</h2>
      {remarks.length > atAGlance && (
        <SearchField label={say("bench.search-remarks")} value={typed} onType={setTyped} className="max-w-120" />
      )}
      <ul
        tabIndex={0}
        aria-label={say("bench.remarks")}
        className="flex max-h-72 flex-col gap-2 overflow-y-auto low:max-h-44"
      >
        {found.map((each, at) => (
          <li
            key={`${at}-${each.code}`}
            data-remark={`${each.line}:${each.column ?? ""}`}
            className="flex gap-3 text-14"
          >
            <StateMark state={marks[each.severity]} className="mt-px size-5" />
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">
                {sayPlace(each, say)}
                <span className="font-normal text-soft"> · {say(`bench.severity-${each.severity}`)}</span>
              </span>
              <span>{tell(each.message)}</span>
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

function sayPlace({ line, heading }: Draft["remarks"][number], say: Speech["say"]): string {
  return heading === null ? say("bench.remark-row", { line }) : say("bench.remark-at", { line, heading });
}
