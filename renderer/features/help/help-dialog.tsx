// F1 -> what the terms mean, the guide once more, and the keys.
import "../../i18n/late-words.ts";
import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { beginGuide } from "../guide/begin-guide.ts";
import { useDesk } from "../session/use-desk.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";
import { KeyList } from "./key-list.tsx";
import { type Term, terms } from "./terms.ts";

export function HelpDialog() {
  const { say } = useSpeech();
  const { store } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      aria-labelledby="help-title"
      data-help=""
      onClose={() => store.change((state) => (state.overlay === "help" ? { ...state, overlay: null } : state))}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
      className="my-0 mr-0 ml-auto h-full max-h-none w-full max-w-120 border-l border-edge bg-canvas p-0 text-ink backdrop:bg-black/40"
    >
      <div className="flex h-full flex-col">
        <div className="flex shrink-0 items-center justify-between border-b border-line px-6 py-2">
          <h2 id="help-title" className="text-20 font-semibold">
            {say("help.title")}
          </h2>
          <button
            type="button"
            aria-label={say("help.close")}
            title={say("help.close")}
            onClick={close}
            className="-mr-2 inline-flex min-h-target min-w-target items-center justify-center rounded-control hover:bg-surface"
          >
            <X aria-hidden="true" className="size-5" />
          </button>
        </div>
        <div className="relative flex min-h-0 grow flex-col gap-7 overflow-y-auto px-6 py-5">
          <GuideAgain onDone={close} />
          <Terms />
          <KeyList />
        </div>
      </div>
    </dialog>
  );
}

function GuideAgain({ onDone }: { readonly onDone: () => void }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const [, prefer] = usePreferences();
  const begin = (): void => {
    onDone();
    beginGuide(desk, prefer);
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <Button onClick={begin}>{say("help.guide")}</Button>
      <p className="text-13 text-soft">{say("help.guide-why")}</p>
    </div>
  );
}

function Terms() {
  const { say, tell } = useSpeech();
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const shown = Object.entries(terms).filter(([, term]) => listWords(term).includes(wanted));
  return (
    <section aria-label={say("help.terms")} className="flex flex-col gap-3">
      <h3 className="text-16 font-semibold">{say("help.terms")}</h3>
      <TextField
        label={say("help.search")}
        isLabelHidden
        type="search"
        placeholder={say("help.search")}
        value={typed}
        maxLength={60}
        onChange={(event) => setTyped(event.target.value)}
      />
      {shown.length === 0 && <p className="text-14 text-soft">{say("help.none", { typed })}</p>}
      <dl className="flex flex-col gap-3">
        {shown.map(([id, { name, text }]) => (
          <div key={id} className="flex flex-col gap-0.5" data-explained={id}>
            <dt className="text-14 font-semibold">{tell(name)}</dt>
            <dd className="text-14 text-soft">{tell(text)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function listWords({ name, text, also }: Term): string {
  return [name.en, name["zh-CN"], text.en, text["zh-CN"], also].join(" ").toLowerCase();
}
