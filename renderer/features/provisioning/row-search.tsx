// Rows of a sheet or of a plan, searched: whoever searches, searches them all, so the rest is fetched meanwhile.
import { type ReactNode, useEffect, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import type { RowColumn } from "./rows-table.tsx";

interface RowSearchOptions<Row> {
  /** Those that are here. */
  readonly rows: readonly Row[];
  readonly columns: readonly RowColumn<Row>[];
  /** How many there are. */
  readonly all: number;
  /** Fetches some more. */
  readonly load: () => Promise<void>;
}

interface RowSearch<Row> {
  readonly field: ReactNode;
  readonly found: readonly Row[];
}

export function useRowSearch<Row>({ rows, columns, all, load }: RowSearchOptions<Row>): RowSearch<Row> {
  const { say } = useSpeech();
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const isSearching = wanted !== "";
  useEffect(() => {
    if (isSearching && rows.length < all) void load();
    // Asked for again by what has come.
  }, [isSearching, rows.length, all]);
  const found = rows.filter((row) => columns.some(({ read }) => read(row).toLowerCase().includes(wanted)));
  return {
    field: <SearchField label={say("bench.search-rows")} value={typed} onType={setTyped} className="max-w-120" />,
    found: isSearching ? found : rows,
  };
}

interface MoreRowsProps {
  readonly shown: number;
  readonly all: number;
  readonly onMore: () => void;
}

export function MoreRows({ shown, all, onMore }: MoreRowsProps) {
  const { say } = useSpeech();
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button onClick={onMore}>{say("bench.more-rows")}</Button>
      <p className="text-13 text-soft">{say("bench.rows-shown", { shown, all })}</p>
    </div>
  );
}
