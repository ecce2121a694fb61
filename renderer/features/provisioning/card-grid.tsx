// The cards: one stop of the Tab key, arrow keys between them, Enter for what there is to do. Few cards are very large.
import "./wall.css";
import { type KeyboardEvent, useRef } from "react";
import type { Slot } from "../../../electron/contract/provisioning.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { moveBetween } from "./move-between.ts";
import { SlotCard } from "./slot-card.tsx";

interface CardGridProps {
  readonly cards: readonly Slot[];
  readonly chosen: string | null;
  /** Slot and moment of what a person has seen. */
  readonly seen: ReadonlySet<string>;
  readonly onChoose: (slot: string) => void;
  readonly onAct: (card: Slot) => void;
}

export function CardGrid({ cards, chosen, seen, onChoose, onAct }: CardGridProps) {
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
    <ul ref={list} aria-label={say("bench.cards")} data-size={size} className="wall grid gap-4 low:gap-3">
      {cards.map((card, place) => (
        <li key={card.slot} className="flex">
          <SlotCard
            card={card}
            isChosen={card.slot === chosen}
            isSeen={seen.has(`${card.slot} ${card.since}`)}
            tabIndex={place === at ? 0 : -1}
            onChoose={() => onChoose(card.slot)}
            onPress={(event) => press(event, card)}
          />
        </li>
      ))}
    </ul>
  );
}

function countColumns(cards: readonly HTMLElement[]): number {
  const top = cards[0]?.getBoundingClientRect().top;
  return Math.max(1, cards.filter((card) => card.getBoundingClientRect().top === top).length);
}
