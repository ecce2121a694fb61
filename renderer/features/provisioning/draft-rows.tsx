import { useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { MoreRows, useRowSearch } from "./row-search.tsx";
import { listColumns, RowsTable } from "./rows-table.tsx";
import type { Draft } from "./use-sheet.ts";

export function DraftRows({ draft }: { readonly draft: Draft }) {
  const speech = useSpeech();
  const { say } = speech;
  const { client } = useDesk();
  const [more, setMore] = useState<Pick<Draft, "rows" | "remarks">>({ rows: [], remarks: [] });
  const rows = [...draft.rows, ...more.rows];
  const errors = [...draft.remarks, ...more.remarks].filter(({ severity }) => severity === "error");
  const wrong = new Set(errors.map(({ line }) => line));
  const columns = listColumns(speech);
  const load = async (): Promise<void> => {
    const after = rows.at(-1)?.place ?? 0;
    const loaded = await client.call("provisioning.draft-rows", { draft: draft.draft, after, limit: 1000 });
    if (!loaded.ok) return;
    const { rows: next, remarks } = loaded.value;
    setMore({ rows: [...more.rows, ...next], remarks: [...more.remarks, ...remarks] });
  };
  const search = useRowSearch({ rows, columns, all: draft.rowCount, load });
  return (
    <section aria-label={say("bench.rows")} className="flex flex-col items-stretch gap-2">
      <h2 className="text-16 font-semibold">{say("bench.rows")}</h2>
      {search.field}
      <RowsTable
        name={say("bench.rows")}
        rows={search.found}
        columns={columns}
        isWrong={({ place }) => wrong.has(place)}
      />
      {rows.length < draft.rowCount && <MoreRows shown={rows.length} all={draft.rowCount} onMore={() => void load()} />}
    </section>
  );
}
