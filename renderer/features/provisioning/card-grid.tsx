// The cards: one stop of the Tab key, arrow keys between them, Enter for what there is to do. Few cards are very large. What is
// known of the chosen one opens under its line, where the eye is.
import "./wall.css";
import { Fragment, type KeyboardEvent, type ReactNode, useRef } from "react";
import type { Slot } from "../../../electron/contract/provisioning.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { moveBetween } from "./move-between.ts";
import { SlotCard } from "./slot-card.tsx";

interface CardGridProps {
  readonly cards: readonly Slot[];
  readonly chosen: string | null;
  /** Slot and moment of what a person has seen. */
  readonly seen: ReadonlySet<string>;
  /** Of the chosen card. */
  readonly detail: ReactNode;
  /** Null: none of them. */
  readonly onChoose: (slot: string | null) => void;
  readonly onAct: (card: Slot) => void;
}

export function CardGrid({ cards, chosen, seen, detail, onChoose, onAct }: CardGridProps) {
  const { say } = useSpeech();
  const list = useRef<HTMLUListElement>(null);
  const at = Math.max(
    0,
    cards.findIndex(({ slot }) => slot === chosen),
  );
  const press = (event: KeyboardEvent, card: Slot): void => {
    if (event.key === "Enter") {
      event.preventDefault();
      onChoose(card.slot);
      onAct(card);
      return;
    }
    if (event.key === "Escape") onChoose(null);
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
    const to = moveBetween(event.key, cards.indexOf(card), { count: cards.length, columns: countColumns(buttons) });
    const next = to === null ? undefined : cards[to];
    if (to === null || next === undefined) return;
    event.preventDefault();
    onChoose(next.slot);
    buttons[to]?.focus();
  };
  if (cards.length === 0) return <p className="text-28 font-semibold text-soft">{say("bench.no-cards")}</p>;
  const size = cards.length <= 6 ? "few" : cards.length <= 16 ? "some" : "many";
  return (
    <ul
      ref={list}
      aria-label={say("bench.cards")}
      data-size={size}
      className="wall grid grid-flow-row-dense gap-4 low:gap-3"
    >
      {cards.map((card, place) => (
        <Fragment key={card.slot}>
          <li className="flex scroll-m-2">
            <SlotCard
              card={card}
              isChosen={card.slot === chosen}
              isSeen={seen.has(`${card.slot} ${card.since}`)}
              tabIndex={place === at ? 0 : -1}
              onChoose={() => onChoose(card.slot === chosen ? null : card.slot)}
              onPress={(event) => press(event, card)}
            />
          </li>
          {card.slot === chosen && <li className="col-span-full text-14">{detail}</li>}
        </Fragment>
      ))}
    </ul>
  );
}

function countColumns(cards: readonly HTMLElement[]): number {
  const top = cards[0]?.getBoundingClientRect().top;
  return Math.max(1, cards.filter((card) => card.getBoundingClientRect().top === top).length);
}
