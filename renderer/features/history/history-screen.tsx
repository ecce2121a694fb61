// The history: what this computer wrote to which terminal, searched, exported, and undone by a push of its own.
import "../../i18n/late-words.ts";
import { Download } from "lucide-react";
import { useDeferredValue, useState } from "react";
import type { HistoryEntry } from "../../../electron/contract/history.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { saveText } from "../logs/save-text.ts";
import { useDesk } from "../session/use-desk.tsx";
import { usePlace } from "../session/use-place.ts";
import { describeOutcome } from "./describe-outcome.ts";
import { filterHistory } from "./filter-history.ts";
import { HistoryItem } from "./history-entry.tsx";
import { type HistoryOrder, historyOrders, sortHistory } from "./sort-history.ts";
import { loadHistory, useHistory } from "./use-history.ts";

export function HistoryScreen() {
  const { say } = useSpeech();
  const { history, reload, loadOlder } = useHistory();
  return (
    <div
      className="mx-auto flex w-full max-w-244 flex-col gap-5 px-8 py-7 narrow:px-5 low:gap-3 low:py-4"
      data-history={history.kind}
    >
      <Headline>{say("history.title")}</Headline>
      {history.kind === "loading" && (
        <p className="flex items-center gap-3 text-16 text-soft" role="status">
          <Spinner /> {say("history.loading")}
        </p>
      )}
      {history.kind === "failed" && (
        <>
          <Unreadable failure={history.failure} />
          <div>
            <Button look="primary" onClick={reload}>
              {say("history.again")}
            </Button>
          </div>
        </>
      )}
      {history.kind === "shown" && history.pushes.length === 0 && (
        <p className="max-w-[44em] text-16 text-soft">{say("history.empty")}</p>
      )}
      {history.kind === "shown" && history.pushes.length > 0 && (
        <Entries pushes={history.pushes} onOlder={history.hasOlder ? () => void loadOlder(history.pushes) : null} />
      )}
    </div>
  );
}

/** A long history is shown as far as somebody looks. */
const atOnce = 50;

interface EntriesProps {
  readonly pushes: readonly HistoryEntry[];
  /** Null when they are all here. */
  readonly onOlder: (() => void) | null;
}

function Entries({ pushes, onOlder }: EntriesProps) {
  const { say } = useSpeech();
  const [typed, setTyped] = usePlace("history.typed", "");
  const [most, setMost] = useState(atOnce);
  const wanted = useDeferredValue(typed);
  const [order, setOrder] = usePlace<HistoryOrder>("history.order", "newest");
  const matching = filterHistory(pushes, wanted, (entry) => [say(describeOutcome(entry).word)]);
  const found = sortHistory(matching, order);
  const byId = new Map(pushes.map((entry) => [entry.id, entry]));
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <SearchField label={say("history.search")} value={typed} onType={setTyped} />
        <Exports />
      </div>
      <Order order={order} onChoose={setOrder} />
      <p className="text-13 text-soft" role="status">
        {say(onOlder === null ? "history.shown" : "history.shown-latest", { shown: found.length, all: pushes.length })}
      </p>
      {found.length === 0 && <p className="text-16 text-soft">{say("history.no-match", { typed: wanted })}</p>}
      <ol className="flex flex-col gap-3" aria-label={say("history.title")}>
        {found.slice(0, most).map((entry) => (
          <HistoryItem key={entry.id} entry={entry} undone={byId.get(entry.undoes ?? "") ?? null} />
        ))}
      </ol>
      <More onMore={found.length > most ? () => setMost(most + atOnce) : null} onOlder={onOlder} />
    </>
  );
}

function Order({
  order,
  onChoose,
}: {
  readonly order: HistoryOrder;
  readonly onChoose: (order: HistoryOrder) => void;
}) {
  const { say } = useSpeech();
  const segments = historyOrders.map((value) => ({ value, label: say(`history.order-${value}`) }));
  return (
    <div>
      <Segmented label={say("history.order")} segments={segments} value={order} onChoose={onChoose} />
    </div>
  );
}

/** What is here already is shown before more of it is asked for. */
function More({ onMore, onOlder }: { readonly onMore: (() => void) | null; readonly onOlder: (() => void) | null }) {
  const { say } = useSpeech();
  const next = onMore ?? onOlder;
  if (next === null) return null;
  return (
    <div>
      <Button onClick={next}>{say(onMore === null ? "history.older" : "history.more")}</Button>
    </div>
  );
}

function Exports() {
  const { say } = useSpeech();
  const { client } = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  const saveSheet = async (): Promise<void> => {
    const exported = await client.call("history.export", {});
    setFailure(exported.ok ? null : exported.failure);
    if (exported.ok) saveText("counterpart-history.csv", exported.value.csv);
  };
  const saveAll = async (): Promise<void> => {
    const pushes = await loadHistory(client);
    setFailure(pushes.ok ? null : pushes.failure);
    if (pushes.ok) saveText("counterpart-history.json", `${JSON.stringify({ pushes: pushes.value }, null, 2)}\n`);
  };
  const icon = <Download aria-hidden="true" className="size-4" />;
  return (
    <>
      <Button icon={icon} onClick={() => void saveSheet()}>
        {say("history.save-csv")}
      </Button>
      <Button icon={icon} onClick={() => void saveAll()}>
        {say("history.save-json")}
      </Button>
      {failure !== null && <Unreadable failure={failure} />}
    </>
  );
}

function Unreadable({ failure }: { readonly failure: Failure }) {
  return (
    <div role="alert">
      <FailureWords failure={failure} />
    </div>
  );
}
