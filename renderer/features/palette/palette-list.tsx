import { useEffect, useRef } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import type { Action } from "./action.ts";

interface PaletteListProps<Entry extends Action> {
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly chosen: string | null;
  readonly onAct: (entry: Entry) => void;
}

/** The focus stays in the field above; what is chosen is told by `aria-activedescendant`. */
export function PaletteList<Entry extends Action>({ id, entries, chosen, onAct }: PaletteListProps<Entry>) {
  const { say } = useSpeech();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <div
      ref={ref}
      id={id}
      role="listbox"
      aria-label={say("palette.title")}
      className="flex min-h-0 grow flex-col overflow-y-auto p-2 empty:p-0"
    >
      {entries.map((entry) => (
        <div
          key={entry.id}
          id={`${id}-${entry.id}`}
          role="option"
          aria-selected={entry.id === chosen}
          data-action={entry.id}
          onClick={() => onAct(entry)}
          className={`flex min-h-target shrink-0 items-center justify-between gap-4 rounded-control px-3 py-1.5 text-14 hover:bg-sunken ${entry.id === chosen ? "bg-accent-wash ring-1 ring-accent" : ""}`}
        >
          <span className="min-w-0">{entry.name}</span>
          {entry.group !== "go" && (
            <span className="shrink-0 text-13 text-soft">{say(`palette.group-${entry.group}`)}</span>
          )}
        </div>
      ))}
    </div>
  );
}
