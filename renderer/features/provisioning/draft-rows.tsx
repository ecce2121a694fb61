import { useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { listColumns } from "./rows-table.tsx";
import { SearchedRows } from "./searched-rows.tsx";
import type { Draft } from "./use-sheet.ts";

export function DraftRows({ draft }: { readonly draft: Draft }) {
  const speech = useSpeech();
  const { say } = speech;
  const { client } = useDesk();
  const [more, setMore] = useState<Pick<Draft, "rows" | "remarks">>({ rows: [], remarks: [] });
  const rows = [...draft.rows, ...more.rows];
  const errors = [...draft.remarks, ...more.remarks].filter(({ severity }) => severity === "error");
  const wrong = new Set(errors.map(({ line }) => line));
  const load = async (): Promise<void> => {
    const after = rows.at(-1)?.place ?? 0;
    const loaded = await client.call("provisioning.draft-rows", { draft: draft.draft, after, limit: 1000 });
    if (!loaded.ok) return;
    const { rows: next, remarks } = loaded.value;
    setMore({ rows: [...more.rows, ...next], remarks: [...more.remarks, ...remarks] });
  };
  return (
    <section aria-label={say("bench.rows")} className="flex flex-col items-stretch gap-2">
      <h2 className="text-16 font-semibold">{say("bench.rows")}</h2>
      <SearchedRows
        rows={rows}
        all={draft.rowCount}
        load={load}
        columns={listColumns(speech)}
        isWrong={({ place }) => wrong.has(place)}
      />
    </section>
  );
}
