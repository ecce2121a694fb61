// From an advice to the care cards that concern its cause.
import { BookOpen } from "lucide-react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { openCard } from "./guide.ts";
import { useCards } from "./use-cards.ts";

export function CareLinks({ cause }: { readonly cause: string }) {
  const { say, tell } = useSpeech();
  const cards = useCards().filter(({ causes }) => causes.includes(cause));
  if (cards.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-14 text-soft">
      {say("care.see")}
      {cards.map(({ id, title }) => (
        <Button
          key={id}
          look="quiet"
          icon={<BookOpen aria-hidden="true" className="size-4" />}
          data-care={id}
          onClick={() => openCard(id)}
        >
          {tell(title)}
        </Button>
      ))}
    </p>
  );
}
