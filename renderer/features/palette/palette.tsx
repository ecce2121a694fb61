// Ctrl/Cmd-K -> every action that makes sense now, found by a few letters, done by Enter. A modal dialog of the browser's
// own: it keeps the focus, closes on Esc and gives the focus back.
import "../../i18n/late-words.ts";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { createSpeech, useSpeech } from "../../i18n/speech.tsx";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";
import type { Action } from "./action.ts";
import { listActions } from "./all-offers.ts";
import { PaletteList } from "./palette-list.tsx";
import { type Searchable, searchActions } from "./search-actions.ts";

type Entry = Action & Searchable;

export function Palette() {
  const { say } = useSpeech();
  const { store } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void =>
    store.change((state) => (state.overlay === "palette" ? { ...state, overlay: null } : state));
  return (
    <dialog
      ref={dialog}
      aria-label={say("palette.title")}
      data-palette=""
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
      className="mx-auto mt-[12vh] mb-auto w-[calc(100%-2rem)] max-w-150 rounded-panel border border-edge bg-surface p-0 text-ink backdrop:bg-black/40 low:mt-4"
    >
      <Search onDone={() => dialog.current?.close()} />
    </dialog>
  );
}

function Search({ onDone }: { readonly onDone: () => void }) {
  const { say } = useSpeech();
  const list = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const found = searchActions(useEntries(), typed);
  const chosen = found[Math.min(at, found.length - 1)];
  const act = (entry: Entry): void => {
    onDone();
    entry.act();
  };
  const hearKey = (event: KeyboardEvent): void => {
    // Enter ends the choice of an input method first.
    if (event.nativeEvent.isComposing) return;
    const move = steps[event.key];
    if (move === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (event.key === "Enter" && chosen !== undefined) act(chosen);
    if (move !== undefined && found.length > 0) setAt((now) => move(Math.min(now, found.length - 1), found.length));
  };
  return (
    <div className="flex max-h-[70vh] flex-col low:max-h-[90vh]">
      <input
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-label={say("palette.title")}
        aria-activedescendant={chosen === undefined ? undefined : `${list}-${chosen.id}`}
        placeholder={say("palette.search")}
        value={typed}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={hearKey}
        className="min-h-13 shrink-0 border-b border-line bg-transparent px-5 text-16 outline-none placeholder:text-soft focus-visible:border-accent"
      />
      <PaletteList id={list} entries={found} chosen={chosen?.id ?? null} onAct={act} />
      <p role="status" className="shrink-0 border-t border-line px-5 py-2 text-13 text-soft">
        {found.length === 0 ? say("palette.none", { typed }) : say("palette.keys")}
        {typed !== "" && found.length > 0 && (
          <span className="sr-only">{say("palette.found", { count: found.length })}</span>
        )}
      </p>
    </div>
  );
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  PageDown: (at, count) => Math.min(at + 8, count - 1),
  PageUp: (at) => Math.max(at - 8, 0),
};

/** What can be done, in the window's language, and found in either. */
function useEntries(): readonly Entry[] {
  const desk = useDesk();
  const state = useSession();
  const speech = useSpeech();
  const [preferences, prefer] = usePreferences();
  return useMemo(() => {
    const other = createSpeech(speech.language === "en" ? "zh-CN" : "en");
    const around = { desk, state, speech, preferences, prefer };
    const others = new Map(listActions({ ...around, speech: other }).map((one) => [one.id, one]));
    return listActions(around).map((action) => {
      const same = others.get(action.id);
      return { ...action, names: [action.name, same?.name ?? ""], also: `${action.also ?? ""} ${same?.also ?? ""}` };
    });
  }, [desk, state, speech, preferences, prefer]);
}
