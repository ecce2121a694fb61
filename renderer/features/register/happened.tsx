// What happened to one terminal, the latest first; a longer list is searched, the older ones with it.
import { useEffect, useState } from "react";
import type { RegisterEntry } from "../../../electron/contract/register.ts";
import { type Speech, useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { EntryItem } from "./entry-item.tsx";
import { printExactly } from "./print-exactly.ts";

interface HappenedProps {
  readonly entries: readonly RegisterEntry[];
  readonly onOpen: (serialNumber: string) => void;
  /** Null when they are all here. */
  readonly onOlder: (() => void) | null;
}

/** A longer list can be searched. */
const atAGlance = 5;

export function Happened({ entries, onOpen, onOlder }: HappenedProps) {
  const speech = useSpeech();
  const { say } = speech;
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const needsOlder = wanted !== "" && onOlder !== null;
  useEffect(() => {
    if (needsOlder) onOlder();
  }, [needsOlder]);
  const found = wanted === "" ? entries : entries.filter((entry) => listText(entry, speech).includes(wanted));
  return (
    <section aria-label={say("register.happened")} className="flex flex-col gap-3">
      <h2 className="text-16 font-semibold">{say("register.happened")}</h2>
      {entries.length === 0 && <p className="text-14 text-soft">{say("register.nothing-happened")}</p>}
      {entries.length > atAGlance && (
        <SearchField label={say("register.search-happened")} value={typed} onType={setTyped} className="max-w-120" />
      )}
      {entries.length > 0 && found.length === 0 && (
        <p className="text-14 text-soft" role="status">
          {say("register.nothing-like", { typed })}
        </p>
      )}
      <ol className="flex flex-col gap-2">
        {found.map((entry) => (
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
function listText({ kind, at, by, content }: RegisterEntry, { say, language }: Speech): string {
  const words = [say(`register.kind-${kind}`), printExactly(at, language), by.operator, by.bench.name];
  return [...words, JSON.stringify(content)].join("\n").toLowerCase();
}
