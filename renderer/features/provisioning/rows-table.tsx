// Rows of a sheet or of a plan, a line each. Its columns are those that some row fills; a head sorts.
import { type ReactNode, useState } from "react";
import { columnTitles } from "../../../electron/core/provisioning/column-titles.ts";
import { type Speech, useSpeech } from "../../i18n/speech.tsx";
import type { Draft } from "./use-sheet.ts";

export type PlanRow = Draft["rows"][number];

export interface RowColumn<Row> {
  readonly id: string;
  readonly title: string;
  readonly read: (row: Row) => string;
}

/** Those of every row; `next free` and `as it is` are said, so that no cell looks forgotten. */
export function listColumns({ say, tell }: Speech): readonly RowColumn<PlanRow>[] {
  return [
    { id: "place", title: say("bench.row"), read: ({ place }) => String(place) },
    {
      id: "serialNumber",
      title: tell(columnTitles.serialNumber),
      read: (row) => row.serialNumber ?? say("bench.next-free"),
    },
    { id: "site", title: tell(columnTitles.site), read: ({ site }) => site ?? "" },
    { id: "address", title: tell(columnTitles.address), read: ({ address }) => address ?? say("bench.as-it-is") },
    { id: "gateway", title: tell(columnTitles.gateway), read: ({ gateway }) => gateway ?? "" },
    { id: "dns", title: tell(columnTitles.dns), read: ({ dns }) => dns.join(", ") },
    { id: "hosts", title: say("bench.hosts"), read: ({ hosts }) => hosts.join(", ") },
    { id: "tpdu", title: tell(columnTitles.tpdu), read: ({ tpdu }) => tpdu ?? "" },
    { id: "merchant", title: tell(columnTitles.merchantNumber), read: (row) => row.merchantNumber ?? "" },
    { id: "tid", title: tell(columnTitles.terminalNumber), read: (row) => row.terminalNumber ?? "" },
    { id: "profile", title: tell(columnTitles.profile), read: ({ profile }) => profile ?? "" },
    { id: "notes", title: tell(columnTitles.notes), read: ({ notes }) => notes ?? "" },
  ];
}

export interface RowsTableProps<Row> {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly columns: readonly RowColumn<Row>[];
  /** Of all, in the order that was chosen, so many are shown. */
  readonly most: number;
  /** Another order was chosen. */
  readonly onSort: () => void;
  /** `wrong` marks the row. */
  readonly isWrong?: (row: Row) => boolean;
  readonly act?: (row: Row) => ReactNode;
}

export function RowsTable<Row extends { readonly place: number }>(props: RowsTableProps<Row>) {
  const { name, rows, columns, most, onSort, isWrong, act } = props;
  const { language } = useSpeech();
  const [order, setOrder] = useState<{ readonly id: string; readonly isUp: boolean }>({ id: "place", isUp: true });
  const shown = columns.filter(({ id, read }) => id === "place" || rows.some((row) => read(row) !== ""));
  const sorted = sortRows(rows, { read: columns.find(({ id }) => id === order.id)?.read, isUp: order.isUp, language });
  return (
    <div
      // Scrolled by keyboard too.
      tabIndex={0}
      role="group"
      aria-label={name}
      className="max-h-128 overflow-auto rounded-panel border border-line low:max-h-56"
    >
      <table className="w-full border-collapse text-14">
        <thead className="sticky top-0 bg-sunken text-left text-13">
          <tr>
            {shown.map(({ id, title }) => (
              <Head
                key={id}
                title={title}
                way={order.id === id ? (order.isUp ? "ascending" : "descending") : "none"}
                onSort={() => {
                  setOrder({ id, isUp: order.id === id ? !order.isUp : true });
                  onSort();
                }}
              />
            ))}
            {act !== undefined && <td />}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most).map((row) => (
            <Line key={row.place} row={row} columns={shown} isWrong={isWrong?.(row) === true} act={act} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps<Row> extends Pick<RowsTableProps<Row>, "columns"> {
  readonly row: Row;
  readonly isWrong: boolean;
  readonly act: RowsTableProps<Row>["act"] | undefined;
}

function Line<Row extends { readonly place: number }>({ row, columns, isWrong, act }: LineProps<Row>) {
  return (
    <tr data-row={row.place} className={`border-t border-line ${isWrong ? "bg-wrong-wash" : ""}`}>
      {columns.map(({ id, read }) => (
        <td
          key={id}
          className={`max-w-72 min-w-12 px-3 py-1.5 wrap-break-word break-keep ${act === undefined ? "align-top" : "align-middle"}`}
        >
          {read(row)}
        </td>
      ))}
      {act !== undefined && <td className="px-2">{act(row)}</td>}
    </tr>
  );
}

interface HeadProps {
  readonly title: string;
  readonly way: "ascending" | "descending" | "none";
  readonly onSort: () => void;
}

function Head({ title, way, onSort }: HeadProps) {
  return (
    <th scope="col" aria-sort={way} className="px-1 font-medium whitespace-nowrap">
      <button type="button" className="min-h-target rounded-control px-2 text-left hover:text-accent" onClick={onSort}>
        {title}
        {way !== "none" && <span aria-hidden="true"> {way === "ascending" ? "↑" : "↓"}</span>}
      </button>
    </th>
  );
}

interface Order<Row> {
  readonly read: ((row: Row) => string) | undefined;
  readonly isUp: boolean;
  readonly language: string;
}

function sortRows<Row>(rows: readonly Row[], { read, isUp, language }: Order<Row>): readonly Row[] {
  if (read === undefined) return rows;
  // Addresses and numbers as numbers.
  const { compare } = new Intl.Collator(language, { numeric: true });
  const way = isUp ? 1 : -1;
  return rows.toSorted((one, other) => way * compare(read(one), read(other)));
}
