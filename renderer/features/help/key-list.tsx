import { useSpeech } from "../../i18n/speech.tsx";
import { paletteKeys } from "../shell/use-overlay-keys.ts";

const keys = [
  { key: paletteKeys, meaning: "help.key-palette" },
  { key: "F1", meaning: "help.key-help" },
  { key: "Tab, Shift+Tab", meaning: "help.key-next" },
  { key: "Esc", meaning: "help.key-close" },
] as const;

export function KeyList() {
  const { say } = useSpeech();
  return (
    <section aria-label={say("help.keyboard")} className="flex flex-col gap-3">
      <h3 className="text-16 font-semibold">{say("help.keyboard")}</h3>
      <dl className="grid grid-cols-[max-content_1fr] items-baseline gap-x-4 gap-y-2 text-14">
        {keys.map(({ key, meaning }) => (
          <div key={meaning} className="contents">
            <dt>
              <kbd className="rounded-control border border-edge bg-surface px-1.5 py-0.5 font-mono text-13">{key}</kbd>
            </dt>
            <dd className="text-soft">{say(meaning)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
