// What is wrong with the sheet, by row and column.
import { type Speech, useSpeech } from "../../i18n/speech.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { ListSearch, NothingFound, useSearch } from "../../ui/use-search.tsx";
import type { Draft } from "./use-sheet.ts";

const marks = { error: "wrong", warning: "odd", info: "unknown" } as const;

export function RemarkList({ draft: { remarks } }: { readonly draft: Draft }) {
  const { say, tell } = useSpeech();
  const search = useSearch(remarks, (each) => [sayPlace(each, say), tell(each.message)]);
  const { typed } = search;
  return (
    <section aria-label={say("bench.remarks")} className="flex flex-col gap-2">
      <h2 className="text-16 font-semibold">{say("bench.remarks")}</h2>
      <ListSearch search={search} label={say("bench.search-remarks")} />
      <NothingFound search={search} words={say("bench.no-such-remark", { typed })} />
      <ul
        tabIndex={0}
        aria-label={say("bench.remarks")}
        className="flex max-h-72 flex-col gap-2 overflow-y-auto low:max-h-44"
      >
        {search.found.map((each, at) => (
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
