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

const cell = "px-2 py-1.5 align-baseline text-left text-14 break-words";

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
    <th scope="col" aria-sort={isChosen ? sorted : undefined} className="text-left text-13 font-medium">
      <button
        type="button"
        title={say("register.sort", { column: name })}
        onClick={() => onOrder({ by: column, isDown: isChosen ? !order.isDown : column === "lastSeen" })}
        className={`inline-flex min-h-target items-center gap-1 rounded-control px-2 whitespace-nowrap hover:text-ink ${isChosen ? "text-ink" : ""}`}
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
          className="min-h-target rounded-control text-left font-mono whitespace-nowrap text-accent hover:underline"
        >
          {serialNumber}
        </button>
        {replacedBy !== null && <span className="block text-13 text-soft">{say("register.replaced")}</span>}
      </th>
      <td className={`${cell} min-w-28`}>{readColumn(terminal, "model")}</td>
      <td className={`${cell} min-w-16`}>{readColumn(terminal, "site")}</td>
      <td className={`${cell} font-mono text-13`}>
        {listTold(addresses).map((address) => (
          <div key={address} className="whitespace-nowrap">
            {address}
          </div>
        ))}
      </td>
      <td className={`${cell} wrap-normal break-keep tabular-nums`}>
        <time dateTime={lastSeen}>{printMoment(lastSeen, language)}</time>
      </td>
      <td className={cell}>{readColumn(terminal, "operator")}</td>
      <td className={cell}>{readColumn(terminal, "bench")}</td>
    </tr>
  );
}

/** Addresses of the link alone are on the terminal's own page: every terminal has one, and nobody looks for it here. */
function listTold(addresses: readonly string[]): readonly string[] {
  const told = addresses.filter((address) => !/^fe[89ab]/i.test(address));
  return told.length === 0 ? addresses : told;
}
