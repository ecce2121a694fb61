// The wall: a card for each slot, told by shape and word from three metres, worked by keys and a barcode scanner alone.
import { useEffect, useRef, useState } from "react";
import type { Run, Slot } from "../../../electron/contract/provisioning.ts";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { CardGrid } from "./card-grid.tsx";
import { ChosenCard } from "./chosen-card.tsx";
import { nameSlot } from "./describe-card.ts";
import { ScanBox } from "./scan-box.tsx";
import { Shift } from "./shift.tsx";
import { useBenchKeys } from "./use-bench-keys.ts";
import type { RunControl } from "./use-run-control.ts";
import { useScan } from "./use-scan.ts";

interface WallProps {
  readonly run: Run;
  readonly turns: readonly Slot[];
  readonly control: RunControl;
}

export function Wall({ run, turns, control }: WallProps) {
  const { language } = useSpeech();
  // As the bench stands: by place, 2 before 10.
  const { compare } = new Intl.Collator(language, { numeric: true });
  const cards = run.slots.toSorted((one, other) => compare(one.slot, other.slot));
  const [chosen, choose] = useState<string | null>(null);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const scan = useScan(chosen, () => choose(null));
  useBenchKeys({ onScan: (text) => void scan.use(text), onPause: control.toggle });
  const act = (card: Slot): void => {
    if (scan.held !== null) void scan.use(scan.held, card.slot);
    else if (card.state === "stop") void control.retry(card.slot);
    else if (card.state === "done") setSeen(new Set([...seen, `${card.slot} ${card.since}`]));
  };
  const current = cards.find(({ slot }) => slot === chosen) ?? null;
  return (
    <div className="flex grow flex-col gap-4 low:gap-3" data-run={run.state}>
      <Warnings run={run} />
      {control.failure !== null && (
        <div role="alert">
          <FailureWords failure={control.failure} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ScanBox scan={scan} cards={cards} />
        <Shift run={run} control={control} />
      </div>
      <CardGrid
        cards={cards}
        chosen={chosen}
        seen={seen}
        detail={
          current !== null && <ChosenCard key={current.slot} card={current} seen={seen} onAct={() => act(current)} />
        }
        onChoose={choose}
        onAct={act}
      />
      <Turns turns={turns} />
    </div>
  );
}

function Warnings({ run: { weakHubs, warning, slots } }: { readonly run: Run }) {
  const { say, language } = useSpeech();
  // Read once it makes room for the cards, until more terminals hang there.
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const hubs = slots.length === 0 ? [] : weakHubs.filter(({ hub, terminals }) => !read.has(`${hub} ${terminals}`));
  return (
    <>
      {warning !== null && (
        <Notice state="odd" role="status" title={describeFailure(warning, language).title}>
          <p className="text-14">{describeFailure(warning, language).sentence}</p>
        </Notice>
      )}
      {hubs.map((hub) => (
        <div
          key={hub.hub}
          role="status"
          data-weak-hub={hub.hub}
          className="flex items-center gap-3 rounded-panel border border-odd bg-odd-wash pl-4"
        >
          <StateMark state="odd" className="size-5" />
          <p className="min-w-0 grow py-2 font-semibold low:text-13">{say("bench.weak-hub", hub)}</p>
          <Button
            look="quiet"
            className="shrink-0"
            onClick={() => setRead(new Set([...read, `${hub.hub} ${hub.terminals}`]))}
          >
            {say("bench.seen")}
          </Button>
        </div>
      ))}
    </>
  );
}

/** What ended is read out: a stop at once, a done when nothing else is being said. */
function Turns({ turns }: { readonly turns: readonly Slot[] }) {
  const { say, language } = useSpeech();
  const first = useRef(turns);
  const [fresh, setFresh] = useState<readonly Slot[]>([]);
  useEffect(() => {
    // What ended before the wall was opened is on its card.
    if (first.current !== turns) setFresh(turns);
  }, [turns]);
  const stops = fresh.filter(({ state }) => state === "stop");
  const dones = fresh.filter(({ state }) => state === "done");
  return (
    <div className="sr-only">
      <p role="alert">
        {stops
          .map((card) => {
            const why = card.failure === null ? "" : describeFailure(card.failure, language).title;
            return say("bench.said-stop", { slot: nameSlot(card), why });
          })
          .join(" ")}
      </p>
      <p role="status">
        {dones.map((card) => say("bench.said-done", { slot: nameSlot(card), address: card.address ?? "" })).join(" ")}
      </p>
    </div>
  );
}
