// A list that may grow longer than a glance: then it is searched.
import { useState } from "react";
import { SearchField } from "./search-field.tsx";

/** So many are seen at a glance. */
const atAGlance = 5;

export interface Search<Item> {
  readonly typed: string;
  readonly type: (text: string) => void;
  /** All of them, until something is typed. */
  readonly found: readonly Item[];
  readonly isNeeded: boolean;
  readonly isInVain: boolean;
}

export function useSearch<Item>(items: readonly Item[], listTexts: (item: Item) => readonly string[]): Search<Item> {
  const [typed, type] = useState("");
  const wanted = typed.trim().toLowerCase();
  const holds = (text: string): boolean => text.toLowerCase().includes(wanted);
  const found = wanted === "" ? items : items.filter((item) => listTexts(item).some(holds));
  return {
    typed,
    type,
    found,
    // Whoever has typed something must be able to take it back, however short the list becomes.
    isNeeded: items.length > atAGlance || typed !== "",
    isInVain: items.length > 0 && found.length === 0,
  };
}

interface ListSearchProps {
  readonly search: Search<unknown>;
  readonly label: string;
  readonly className?: string;
}

export function ListSearch({ search, label, className = "max-w-120" }: ListSearchProps) {
  if (!search.isNeeded) return null;
  return <SearchField label={label} value={search.typed} onType={search.type} className={className} />;
}

/** `words` name what was typed. */
export function NothingFound({ search, words }: { readonly search: Search<unknown>; readonly words: string }) {
  if (!search.isInVain) return null;
  return (
    <p className="text-14 text-soft" role="status">
      {words}
    </p>
  );
}
