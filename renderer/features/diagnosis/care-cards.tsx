// Care cards: what keeps a terminal communicating, subject by subject.
import "../../i18n/late-words.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Headline } from "../../ui/headline.tsx";
import { openCard, useGuide } from "./guide.ts";
import { type Card, useCards } from "./use-cards.ts";

export function CareCards() {
  const { say, tell } = useSpeech();
  const { card } = useGuide();
  const cards = useCards();
  const open = cards.find(({ id }) => id === card) ?? cards[0];
  return (
    <div className="flex flex-col gap-5 low:gap-3" data-why="care">
      <Headline about="care">{say("care.title")}</Headline>
      <div className="grid grid-cols-[15rem_minmax(0,1fr)] gap-6 narrow:grid-cols-[12rem_minmax(0,1fr)] narrow:gap-4">
        <nav aria-label={say("care.subjects")} className="flex flex-col">
          {cards.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              aria-current={id === open?.id ? "true" : undefined}
              data-card={id}
              onClick={() => openCard(id)}
              className={`min-h-target rounded-control px-3 py-1 text-left text-14 ${id === open?.id ? "bg-accent-wash font-semibold" : "text-soft hover:text-ink"}`}
            >
              {tell(title)}
            </button>
          ))}
        </nav>
        {open !== undefined && <OpenCard card={open} />}
      </div>
    </div>
  );
}

function OpenCard({ card: { id, title, says, call } }: { readonly card: Card }) {
  const { say, tell } = useSpeech();
  return (
    <article
      aria-label={tell(title)}
      aria-live="polite"
      className="flex h-fit flex-col gap-3 rounded-panel border border-line bg-surface px-5 py-4"
      data-open-card={id}
    >
      <h2 className="text-20 font-semibold">{tell(title)}</h2>
      {says.map((text) => (
        <p key={text.en} className="max-w-[40em] text-16">
          {tell(text)}
        </p>
      ))}
      {call !== null && <p className="text-14 text-soft">{say(`codes.call-${call}`)}</p>}
    </article>
  );
}
