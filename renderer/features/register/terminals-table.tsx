import { ChevronDown, ChevronUp } from "lucide-react";
import type { RegisteredTerminal } from "../../../electron/contract/register.ts";
import { printMoment } from "../../i18n/print-moment.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { type Column, columns, type Order, readColumn } from "./sort-terminals.ts";

interface TerminalsTableProps {
  readonly terminals: readonly RegisteredTerminal[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly onOpen: (serialNumber: string) => void;
}

const cell = "px-3 py-1.5 align-top text-left text-14 narrow:px-2";

export function TerminalsTable({ terminals, order, onOrder, onOpen }: TerminalsTableProps) {
  const { say } = useSpeech();
  return (
    // What is wider than the window scrolls in here, also by the keyboard.
    <div
      role="region"
      aria-label={say("register.title")}
      tabIndex={0}
      className="overflow-x-auto rounded-panel border border-line bg-surface"
    >
      <table className="w-full border-collapse">
        <thead className="border-b border-line text-soft">
          <tr>
            {columns.map((column) => (
              <Head key={column} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {terminals.map((terminal) => (
            <Row key={terminal.serialNumber} terminal={terminal} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

function Head({ column, order, onOrder }: HeadProps) {
  const { say } = useSpeech();
  const isChosen = order.by === column;
  const name = say(`register.column-${column}`);
  const sorted = order.isDown ? "descending" : "ascending";
  const Arrow = order.isDown ? ChevronDown : ChevronUp;
  return (
    <th scope="col" aria-sort={isChosen ? sorted : undefined} className="px-1 text-left text-13 font-medium">
      <button
        type="button"
        title={say("register.sort", { column: name })}
        onClick={() => onOrder({ by: column, isDown: isChosen ? !order.isDown : column === "lastSeen" })}
        className={`inline-flex min-h-target items-center gap-1 rounded-control px-2 whitespace-nowrap hover:text-ink narrow:px-1 ${isChosen ? "text-ink" : ""}`}
      >
        {name}
        {isChosen && <Arrow aria-hidden="true" className="size-4 shrink-0" />}
      </button>
    </th>
  );
}

interface RowProps {
  readonly terminal: RegisteredTerminal;
  readonly onOpen: (serialNumber: string) => void;
}

function Row({ terminal, onOpen }: RowProps) {
  const { say, language } = useSpeech();
  const { serialNumber, lastSeen, addresses, replacedBy } = terminal;
  return (
    <tr className="border-b border-line last:border-b-0 hover:bg-sunken" data-registered={serialNumber}>
      <th scope="row" className={`${cell} font-normal`}>
        <button
          type="button"
          onClick={() => onOpen(serialNumber)}
          className="min-h-target rounded-control text-left font-mono text-accent wrap-anywhere hover:underline"
        >
          {serialNumber}
        </button>
        {replacedBy !== null && <span className="ml-2 text-13 text-soft">{say("register.replaced")}</span>}
      </th>
      <td className={`${cell} leading-8`}>{readColumn(terminal, "model")}</td>
      <td className={`${cell} leading-8`}>{readColumn(terminal, "site")}</td>
      <td className={`${cell} font-mono text-13 leading-8`}>
        {addresses.map((address) => (
          <div key={address} className="whitespace-nowrap">
            {address}
          </div>
        ))}
      </td>
      <td className={`${cell} leading-8 whitespace-nowrap tabular-nums`}>
        <time dateTime={lastSeen}>{printMoment(lastSeen, language)}</time>
      </td>
      <td className={`${cell} leading-8`}>{readColumn(terminal, "operator")}</td>
      <td className={`${cell} leading-8`}>{readColumn(terminal, "bench")}</td>
    </tr>
  );
}
