import { useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { listColumns, type PlanRow, RowsTable } from "./rows-table.tsx";
import type { Draft } from "./use-sheet.ts";

export function DraftRows({ draft }: { readonly draft: Draft }) {
  const speech = useSpeech();
  const { say } = speech;
  const { client } = useDesk();
  const [more, setMore] = useState<readonly PlanRow[]>([]);
  const rows = [...draft.rows, ...more];
  const wrong = new Set(draft.remarks.filter(({ severity }) => severity === "error").map(({ line }) => line));
  const load = async (): Promise<void> => {
    const after = rows.at(-1)?.place ?? 0;
    const loaded = await client.call("provisioning.draft-rows", { draft: draft.draft, after, limit: 1000 });
    if (loaded.ok) setMore([...more, ...loaded.value.rows]);
  };
  return (
    <section aria-label={say("bench.rows")} className="flex flex-col items-stretch gap-2">
      <h2 className="text-16 font-semibold">{say("bench.rows")}</h2>
      <RowsTable
        name={say("bench.rows")}
        rows={rows}
        columns={listColumns(speech)}
        isWrong={({ place }) => wrong.has(place)}
      />
      {rows.length < draft.rowCount && (
        <div className="flex flex-wrap items-center gap-4">
          <Button onClick={() => void load()}>{say("bench.more-rows")}</Button>
          <p className="text-13 text-soft">{say("bench.rows-shown", { shown: rows.length, all: draft.rowCount })}</p>
        </div>
      )}
    </section>
  );
}
