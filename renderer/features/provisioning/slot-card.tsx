// A card: its look is told by its frame, its shape and its word, never by colour alone.
import { CircleCheck, CircleDashed, CirclePause, Cog, Eye, Keyboard, OctagonX, RotateCw } from "lucide-react";
import { Fragment, type KeyboardEvent, useSyncExternalStore } from "react";
import type { Slot } from "../../../electron/contract/provisioning.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { TimeLeftOf } from "../wait/time-left.tsx";
import { type CardLook, describeCard, nameSlot } from "./describe-card.ts";
import { findLeft, stepOrder, stepPace } from "./step-pace.ts";

interface SlotCardProps {
  readonly card: Slot;
  readonly isChosen: boolean;
  readonly isSeen: boolean;
  readonly tabIndex: 0 | -1;
  readonly onChoose: () => void;
  readonly onPress: (event: KeyboardEvent) => void;
}

const looks: Readonly<Record<CardLook, { readonly Shape: typeof Cog; readonly frame: string; readonly ink: string }>> =
  {
    waiting: { Shape: CircleDashed, frame: "border-dashed border-edge bg-surface", ink: "text-soft" },
    paused: { Shape: CirclePause, frame: "border-dashed border-edge bg-sunken", ink: "text-soft" },
    restart: { Shape: RotateCw, frame: "border-dashed border-odd bg-odd-wash", ink: "text-odd" },
    working: { Shape: Cog, frame: "border-solid border-accent bg-accent-wash", ink: "text-accent" },
    done: { Shape: CircleCheck, frame: "border-solid border-ok bg-ok-wash", ink: "text-ok" },
    stop: { Shape: OctagonX, frame: "border-double border-wrong bg-wrong-wash", ink: "text-wrong" },
  };

export function SlotCard({ card, isChosen, isSeen, tabIndex, onChoose, onPress }: SlotCardProps) {
  const speech = useSpeech();
  const { look, lead, detail, byHand } = describeCard(card, speech);
  const { Shape, frame, ink } = looks[look];
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-pressed={isChosen}
      data-card={card.slot}
      data-look={look}
      onClick={onChoose}
      onKeyDown={onPress}
      className={`flex min-w-0 grow flex-col items-stretch gap-2 rounded-panel border-4 px-5 py-4 text-left low:px-4 low:py-2 ${look === "stop" ? "border-8" : ""} ${frame} ${isChosen ? "outline-4 outline-offset-2 outline-accent" : ""}`}
    >
      <span className="flex items-center justify-between gap-3 text-20 font-semibold">
        <span className="min-w-0 truncate" title={card.slot}>
          {nameSlot(card)}
        </span>
        {isSeen && (
          <span className="flex items-center gap-1 text-14 font-normal text-soft">
            <Eye aria-hidden="true" className="size-4" /> {speech.say("bench.taken")}
          </span>
        )}
      </span>
      <span className={`flex items-center gap-[0.4em] font-bold ${ink}`} data-word="">
        <Shape aria-hidden="true" className="size-[1.1em] shrink-0" strokeWidth={2.5} />
        {speech.say(`bench.look-${look}`)}
      </span>
      <span className="text-[0.7em]/[1.2] font-semibold" data-lead="">
        {/* Where a line has no room for an address, its prefix goes to the next. */}
        {lead.split(/(?=\/)/).map((part) => (
          <Fragment key={part}>
            <wbr />
            {part}
          </Fragment>
        ))}
      </span>
      {look === "working" && <Steps card={card} />}
      {byHand !== undefined && (
        <span className="flex items-center gap-2 text-16 font-semibold text-ink" data-by-hand="">
          <Keyboard aria-hidden="true" className="size-5 shrink-0" /> {byHand}
        </span>
      )}
      {detail !== null && <span className="line-clamp-3 text-16 text-ink">{detail}</span>}
    </button>
  );
}

/** How far along: filled and empty fields, so that it is told without its colour too; and how long it still takes. */
function Steps({ card }: { readonly card: Slot }) {
  const at = card.step === null ? -1 : stepOrder.indexOf(card.step);
  const pace = useSyncExternalStore(stepPace.watch, stepPace.read);
  return (
    <>
      <span aria-hidden="true" className="flex gap-1">
        {stepOrder.map((step, place) => (
          <span key={step} className={`h-3 grow border-2 border-accent ${place <= at ? "bg-accent" : ""}`} />
        ))}
      </span>
      <span className="text-14 text-ink">
        <TimeLeftOf find={(now) => findLeft(card, pace, now)} />
      </span>
    </>
  );
}
