import type { Action, OfferActions } from "../palette/action.ts";

const languages = { en: "English", "zh-CN": "中文" } as const;
const themes = ["system", "light", "dark"] as const;

export const offerPreferences: OfferActions = ({ desk, speech: { say }, preferences, prefer }) => [
  ...(["en", "zh-CN"] as const).map(
    (language): Action => ({
      id: `language-${language}`,
      group: "window",
      name: say("palette.language", { language: languages[language] }),
      also: "language 语言 english chinese 中文",
      act: () => prefer({ language }),
    }),
  ),
  ...themes
    .filter((theme) => theme !== preferences.theme)
    .map(
      (theme): Action => ({
        id: `theme-${theme}`,
        group: "window",
        name: say("palette.theme", { theme: say(`shell.theme-${theme}`) }),
        also: say("palette.also-theme"),
        act: () => prefer({ theme }),
      }),
    ),
  {
    id: "help",
    group: "window",
    name: say("help.title"),
    also: say("palette.also-help"),
    act: () => desk.store.change((state) => ({ ...state, overlay: "help" })),
  },
  {
    id: "ask-role",
    group: "window",
    name: say("palette.ask-role"),
    also: say("palette.also-role"),
    act: () => prefer({ role: null }),
  },
];
