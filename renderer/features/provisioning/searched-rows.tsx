// Rows of a sheet or of a plan: whoever searches or sorts them means all of them, so the rest is fetched then; a window shows as
// many of what was found as somebody reads through.
import { type ReactNode, useDeferredValue, useEffect, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { RowsTable, type RowsTableProps } from "./rows-table.tsx";

interface SearchedRowsProps<Row> extends Omit<RowsTableProps<Row>, "name" | "most" | "onSort"> {
  /** How many there are; `rows` are those that are here. */
  readonly all: number;
  /** Fetches some more. */
  readonly load: () => Promise<void>;
  /** Beside the search. */
  readonly children?: ReactNode;
}

const step = 1000;

export function SearchedRows<Row extends { readonly place: number }>(props: SearchedRowsProps<Row>) {
  const { rows, columns, all, load, children, ...look } = props;
  const { say } = useSpeech();
  const [typed, setTyped] = useState("");
  const [isSorted, setSorted] = useState(false);
  const [most, setMost] = useState(step);
  const wanted = useDeferredValue(typed.trim().toLowerCase());
  const needsAll = wanted !== "" || isSorted;
  useEffect(() => {
    if (needsAll && rows.length < all) void load();
    // Asked for again by what has come.
  }, [needsAll, rows.length, all]);
  const isFound = (row: Row): boolean => columns.some(({ read }) => read(row).toLowerCase().includes(wanted));
  const found = wanted === "" ? rows : rows.filter(isFound);
  const count = wanted === "" ? all : found.length;
  const shown = Math.min(found.length, most);
  const showMore = (): void => {
    setMost(most + step);
    if (rows.length < all) void load();
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-40 grow">
          <SearchField label={say("bench.search-rows")} value={typed} onType={setTyped} className="max-w-120" />
        </div>
        {children}
      </div>
      <RowsTable
        {...look}
        name={say("bench.rows")}
        rows={found}
        columns={columns}
        most={most}
        onSort={() => setSorted(true)}
      />
      {shown < count && (
        <div className="flex flex-wrap items-center gap-4">
          <Button onClick={showMore}>{say("bench.more-rows")}</Button>
          <p className="text-13 text-soft">{say("bench.rows-shown", { shown, all: count })}</p>
        </div>
      )}
    </>
  );
}
