// The language of the window, for every component below: `say` for the window's own words, `tell` for sentences that
// came with data in both languages.
import { createContext, type ReactNode, use, useMemo } from "react";
import type { Language, Localized } from "../../electron/core/failures/localized.ts";
import { createTranslate, type Translate } from "./translate.ts";

export interface Speech {
  readonly language: Language;
  readonly say: Translate;
  readonly tell: (text: Localized) => string;
  /** Hours, minutes and seconds as people of that language write them. */
  readonly tellTime: (milliseconds: number) => string;
}

const SpeechContext = createContext<Speech | null>(null);

export function SpeechProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const speech = useMemo(() => createSpeech(language), [language]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (speech === null) throw new Error("useSpeech outside a SpeechProvider");
  return speech;
}

export function createSpeech(language: Language): Speech {
  const clock = new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
  });
  return {
    language,
    say: createTranslate(language),
    tell: (text) => text[language],
    tellTime: (milliseconds) => clock.format(milliseconds),
  };
}
