// A slot -> what its card says from three metres: a look with a shape and a word, one large line, one smaller line.
import type { Slot } from "../../../electron/contract/provisioning.ts";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import type { Speech } from "../../i18n/speech.tsx";

export type CardLook = "waiting" | "paused" | "restart" | "working" | "done" | "stop";

export interface CardText {
  readonly look: CardLook;
  /** The large line: what to do, which step, which address, why. */
  readonly lead: string;
  readonly detail: string | null;
  /** What is done and still waits for a person's hand. */
  readonly byHand?: string;
}

/** A person's name for the place; else the port; else the place. */
export function nameSlot({ slot, name, port }: Pick<Slot, "slot" | "name" | "port">): string {
  return name ?? port ?? slot;
}

function findLook({ state, waitsFor }: Pick<Slot, "state" | "waitsFor">): CardLook {
  if (state !== "waiting") return state;
  // The 24-hour restart is no failure: it goes on by itself.
  if (waitsFor === "restart") return "restart";
  return waitsFor === "run" ? "paused" : "waiting";
}

type Words = Pick<Speech, "say" | "language">;

export function describeCard(card: Slot, speech: Words): CardText {
  const { say, language } = speech;
  const look = findLook(card);
  const place = [card.site, card.serialNumber].filter((text) => text !== null).join(" · ");
  const detail = place === "" ? null : place;
  switch (look) {
    case "working":
      return { look, lead: card.step === null ? "" : say(`bench.step-${card.step}`), detail };
    case "done":
      return {
        look,
        lead: card.address ?? card.serialNumber ?? "",
        detail: sayOutcome(card, speech) ?? detail,
        ...(card.exceptions.length > 0 && { byHand: say("bench.by-hand", { count: card.exceptions.length }) }),
      };
    case "stop":
      return {
        look,
        lead: card.failure === null ? "" : describeFailure(card.failure, language).title,
        detail: card.failure === null ? detail : describeFailure(card.failure, language).sentence,
      };
    case "waiting":
    case "paused":
    case "restart": {
      const lead = say(`bench.wait-${card.waitsFor ?? "terminal"}`, { scanned: card.scanned ?? "" });
      // A scan that fits no row is told while the slot waits on.
      return { look, lead, detail: card.failure === null ? detail : describeFailure(card.failure, language).sentence };
    }
  }
}

function sayOutcome({ outcome, changes, site }: Slot, { say }: Pick<Words, "say">): string | null {
  const told = outcome === "unchanged" ? say("bench.unchanged") : null;
  const would = outcome === null ? say("bench.would-change", { count: changes.length }) : null;
  const parts = [site, told ?? would].filter((text) => text !== null);
  return parts.length === 0 ? null : parts.join(" · ");
}
