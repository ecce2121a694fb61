import { Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import type { RegisteredTerminal } from "../../../electron/contract/register.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { Unreachable } from "./unreachable.tsx";
import { FilesSection } from "./files-section.tsx";
import { type Order, sortTerminals } from "./sort-terminals.ts";
import { TerminalsTable } from "./terminals-table.tsx";
import { useRegister } from "./use-register.ts";

interface RegisterListProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onOpen: (serialNumber: string) => void;
}

export function RegisterList({ typed, onType, onOpen }: RegisterListProps) {
  const { say } = useSpeech();
  const wanted = useDeferredValue(typed.trim());
  const { found, reload, loadMore } = useRegister(wanted);
  const isEmpty = found.kind === "shown" && found.text === "" && found.terminals.length === 0;
  return (
    <>
      <Headline>{say("register.title")}</Headline>
      <div className="flex flex-col gap-5 low:gap-3" data-register={isEmpty ? "empty" : found.kind}>
        {found.kind === "loading" && (
          <p className="flex items-center gap-3 text-16 text-soft" role="status">
            <Spinner /> {say("register.loading")}
          </p>
        )}
        {found.kind === "failed" && <Unreachable failure={found.failure} onAgain={reload} />}
        {isEmpty && (
          <div className="max-w-[44em] text-16 text-soft">
            <p>{say("register.empty")}</p>
            <p>{say("register.empty-next")}</p>
          </div>
        )}
        {found.kind === "shown" && !isEmpty && (
          <>
            <div className="flex flex-wrap items-end gap-x-3 gap-y-3">
              <TextField
                label={say("register.search")}
                isLabelHidden
                type="search"
                className="min-w-40 grow basis-60"
                placeholder={say("register.search")}
                value={typed}
                maxLength={200}
                onChange={(event) => onType(event.target.value)}
                after={<Search aria-hidden="true" className="mr-3 size-4 self-center text-soft" />}
              />
              <ExportButtons text={wanted} />
            </div>
            <Terminals
              text={found.text}
              terminals={found.terminals}
              onOpen={onOpen}
              onLoadMore={found.hasMore ? () => void loadMore(found.terminals) : null}
            />
          </>
        )}
        <FilesSection onRestored={reload} />
      </div>
    </>
  );
}

/** A long table is drawn as far as somebody looks. */
const atOnce = 100;

interface TerminalsProps {
  readonly text: string;
  readonly terminals: readonly RegisteredTerminal[];
  readonly onOpen: (serialNumber: string) => void;
  /** Null when they are all here. */
  readonly onLoadMore: (() => void) | null;
}

function Terminals({ text, terminals, onOpen, onLoadMore }: TerminalsProps) {
  const { say } = useSpeech();
  const [order, setOrder] = useState<Order>({ by: "lastSeen", isDown: true });
  const [most, setMost] = useState(atOnce);
  const sorted = sortTerminals(terminals, order).slice(0, most);
  const isWhole = sorted.length === terminals.length;
  return (
    <>
      <p className="text-13 text-soft" role="status">
        {say(onLoadMore === null ? "register.shown" : "register.shown-first", {
          shown: sorted.length,
          all: terminals.length,
        })}
      </p>
      {terminals.length === 0 ? (
        <p className="text-16 text-soft">{say("register.no-match", { typed: text })}</p>
      ) : (
        <TerminalsTable terminals={sorted} order={order} onOrder={setOrder} onOpen={onOpen} />
      )}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {!isWhole && <Button onClick={() => setMost(most + atOnce)}>{say("register.more")}</Button>}
        {onLoadMore !== null && <Button onClick={onLoadMore}>{say("register.load-more")}</Button>}
      </div>
    </>
  );
}
