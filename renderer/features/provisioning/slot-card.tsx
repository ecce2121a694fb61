// A card: its look is told by its frame, its shape and its word, never by colour alone.
import { CircleCheck, CircleDashed, CirclePause, Cog, Eye, Keyboard, OctagonX, RotateCw } from "lucide-react";
import { Fragment, type KeyboardEvent } from "react";
import type { Slot, SlotStep } from "../../../electron/contract/provisioning.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { type CardLook, describeCard, nameSlot } from "./describe-card.ts";

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
      {look === "working" && <Steps step={card.step} />}
      {byHand !== undefined && (
        <span className="flex items-center gap-2 text-16 font-semibold text-ink" data-by-hand="">
          <Keyboard aria-hidden="true" className="size-5 shrink-0" /> {byHand}
        </span>
      )}
      {detail !== null && <span className="line-clamp-3 text-16 text-ink">{detail}</span>}
    </button>
  );
}

/** In order; the contract's own list would bring its schemas into the window's first part. */
const steps: Readonly<Record<SlotStep, number>> = {
  recognising: 1,
  claiming: 2,
  reading: 3,
  planning: 4,
  pushing: 5,
  testing: 6,
  confirming: 7,
  reporting: 8,
};

/** How far along: filled and empty fields, so that it is told without its colour too. */
function Steps({ step }: { readonly step: Slot["step"] }) {
  const at = step === null ? 0 : steps[step];
  return (
    <span aria-hidden="true" className="flex gap-1">
      {Object.values(steps).map((place) => (
        <span key={place} className={`h-3 grow border-2 border-accent ${place <= at ? "bg-accent" : ""}`} />
      ))}
    </span>
  );
}
