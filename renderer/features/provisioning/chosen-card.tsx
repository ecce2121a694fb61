// All that is known of one card: why it stopped and what to do, what is changed, what is left to a person's hand.
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import type { Slot } from "../../../electron/contract/provisioning.ts";
import { columnTitles } from "../../../electron/core/provisioning/column-titles.ts";
import { type Speech, useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { ChangeLines } from "../push/change-lines.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { nameSlot } from "./describe-card.ts";

interface ChosenCardProps {
  readonly card: Slot;
  readonly seen: ReadonlySet<string>;
  readonly onAct: () => void;
}

export function ChosenCard({ card, seen, onAct }: ChosenCardProps) {
  const { say } = useSpeech();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // All of it if there is room; the card itself in any case.
    panel.current?.scrollIntoView({ block: "nearest" });
    panel.current?.closest("li")?.previousElementSibling?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section
      ref={panel}
      aria-label={say("bench.chosen-card")}
      data-chosen={card.slot}
      className="flex scroll-my-3 flex-col gap-3 rounded-panel border border-edge bg-surface px-5 py-3 low:gap-2 low:py-2"
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h2 className="min-w-40 grow text-20 font-semibold">
          {nameSlot(card)}
          <span className="text-14 font-normal text-soft">
            {[...new Set([card.slot, card.port, card.model, card.serialNumber])]
              .filter((text) => text !== null && text !== nameSlot(card))
              .map((text) => ` · ${text}`)
              .join("")}
          </span>
        </h2>
        <NameForm card={card} />
        {card.state === "stop" && (
          <Button look="primary" onClick={onAct}>
            {say("bench.retry")}
          </Button>
        )}
        {card.state === "done" && !seen.has(`${card.slot} ${card.since}`) && (
          <Button look="primary" onClick={onAct}>
            {say("bench.seen")}
          </Button>
        )}
      </div>
      {card.failure !== null && <FailureWords failure={card.failure} />}
      <Settings card={card} />
    </section>
  );
}

function Settings({ card: { changes, exceptions } }: { readonly card: Slot }) {
  const { say, tell } = useSpeech();
  return (
    <div className="flex flex-wrap gap-x-10 gap-y-3 empty:hidden">
      {changes.length > 0 && (
        <div className="flex flex-col gap-1">
          <h3 className="text-14 font-semibold">{say("bench.card-changes")}</h3>
          <ChangeLines changes={changes} />
        </div>
      )}
      {exceptions.length > 0 && (
        <div className="flex flex-col gap-1">
          <h3 className="text-14 font-semibold">{say("bench.card-exceptions")}</h3>
          <ul className="flex flex-col gap-0.5 text-14">
            {exceptions.map(({ field, wanted, found }) => (
              <li key={field} className="flex flex-wrap gap-x-2">
                <span className="text-soft">{nameException(field, tell)}</span>
                <span className="font-mono">{found === null ? wanted : `${found} → ${wanted}`}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Once: the name belongs to the place, whatever hangs there. */
function NameForm({ card: { slot, name } }: { readonly card: Slot }) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const [typed, setTyped] = useState(name ?? "");
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    const text = typed.trim();
    void client.call("provisioning.name-slot", { slot, name: text === "" ? null : text });
  };
  return (
    <form className="flex items-end gap-2" onSubmit={save}>
      <TextField
        label={say("bench.slot-name")}
        isLabelHidden
        placeholder={say("bench.slot-name")}
        name="slot-name"
        className="w-52"
        value={typed}
        maxLength={256}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" disabled={typed.trim() === (name ?? "")}>
        {say("bench.name-it")}
      </Button>
    </form>
  );
}

/** As its column is headed. */
function nameException(field: string, tell: Speech["tell"]): string {
  const column = Object.entries(columnTitles).find(([name]) => name === field);
  return column === undefined ? field : tell(column[1]);
}
