// What each column of the sheet is read as; another choice is remembered for the next sheet with the same headings.
import { useSpeech } from "../../i18n/speech.tsx";
import { columnTitles } from "../../../electron/core/provisioning/column-titles.ts";
import type { Column } from "../../../electron/core/provisioning/columns.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import type { Draft, Mapping } from "./use-sheet.ts";

interface ColumnMappingProps {
  readonly draft: Draft;
  readonly onMap: (mapping: Mapping) => void;
}

const columns = Object.entries(columnTitles);

export function ColumnMapping({ draft, onMap }: ColumnMappingProps) {
  const { say, tell } = useSpeech();
  const isClear = draft.headings.every(({ from }) => from !== "unknown");
  return (
    <Disclosure title={say("bench.mapping")} isOpen={!isClear}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-x-5 gap-y-3">
        {draft.headings.map(({ heading, column, from }, at) => (
          <li key={`${at}-${heading}`}>
            <label className="flex flex-col gap-1 text-14 font-medium">
              <span className="flex flex-wrap justify-between gap-x-2">
                <span>{heading}</span>
                <span className="text-13 font-normal text-soft">{say(`bench.mapping-from-${from}`)}</span>
              </span>
              <select
                value={column ?? ""}
                data-heading={heading}
                className="min-h-target w-full rounded-control border border-edge bg-surface px-3 text-14 font-normal"
                onChange={({ target }) => onMap({ [heading]: findColumn(target.value) })}
              >
                <option value="">{say("bench.left-out")}</option>
                {columns.map(([name, title]) => (
                  <option key={name} value={name}>
                    {tell(title)}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function findColumn(text: string): Column | null {
  // The names of the list are all the columns there are.
  return Object.hasOwn(columnTitles, text) ? (text as Column) : null;
}
