// What happened to one terminal, the latest first; a longer list is searched, the older ones with it.
import { useEffect } from "react";
import type { RegisterEntry } from "../../../electron/contract/register.ts";
import { type Speech, useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { ListSearch, NothingFound, useSearch } from "../../ui/use-search.tsx";
import { EntryItem } from "./entry-item.tsx";
import { printExactly } from "./print-exactly.ts";

interface HappenedProps {
  readonly entries: readonly RegisterEntry[];
  readonly onOpen: (serialNumber: string) => void;
  /** Null when they are all here. */
  readonly onOlder: (() => void) | null;
}

export function Happened({ entries, onOpen, onOlder }: HappenedProps) {
  const speech = useSpeech();
  const { say } = speech;
  const search = useSearch(entries, (entry) => listTexts(entry, speech));
  const { typed } = search;
  const needsOlder = typed.trim() !== "" && onOlder !== null;
  useEffect(() => {
    if (needsOlder) onOlder();
  }, [needsOlder]);
  return (
    <section aria-label={say("register.happened")} className="flex flex-col gap-3">
      <h2 className="text-16 font-semibold">{say("register.happened")}</h2>
      {entries.length === 0 && <p className="text-14 text-soft">{say("register.nothing-happened")}</p>}
      <ListSearch search={search} label={say("register.search-happened")} />
      <NothingFound search={search} words={say("register.nothing-like", { typed })} />
      <ol className="flex flex-col gap-2">
        {search.found.map((entry) => (
          <EntryItem key={entry.id} entry={entry} onOpen={onOpen} />
        ))}
      </ol>
      {onOlder !== null && (
        <div>
          <Button onClick={onOlder}>{say("register.older")}</Button>
        </div>
      )}
    </section>
  );
}

/** All that its item says, and the values that it is about. */
function listTexts({ kind, at, by, content }: RegisterEntry, { say, language }: Speech): readonly string[] {
  const words = [say(`register.kind-${kind}`), printExactly(at, language), by.operator, by.bench.name];
  return [...words, JSON.stringify(content)];
}
