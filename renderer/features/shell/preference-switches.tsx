import { Monitor, Moon, Sun } from "lucide-react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { usePreferences } from "./use-preferences.tsx";

/** Each language is named by itself, so that it is found by whoever cannot read the other. */
const languages = [
  { value: "zh-CN", label: "中文", lang: "zh-CN" },
  { value: "en", label: "English", lang: "en" },
] as const;

const icon = "size-4";

/** Compact: in a narrow window the theme gives way; the palette has it too. */
export function PreferenceSwitches({ isCompact = false }: { readonly isCompact?: boolean }) {
  const { say, language } = useSpeech();
  const [{ theme }, change] = usePreferences();
  return (
    <div className={`flex shrink-0 items-center gap-2 ${isCompact ? "tight:*:last:hidden" : ""}`}>
      <Segmented
        size="small"
        label={say("shell.language")}
        segments={languages}
        value={language}
        onChoose={(value) => change({ language: value })}
      />
      <Segmented
        size="small"
        label={say("shell.theme")}
        value={theme}
        onChoose={(value) => change({ theme: value })}
        segments={[
          {
            value: "system",
            label: <Monitor aria-hidden="true" className={icon} />,
            spoken: say("shell.theme-system"),
          },
          { value: "light", label: <Sun aria-hidden="true" className={icon} />, spoken: say("shell.theme-light") },
          { value: "dark", label: <Moon aria-hidden="true" className={icon} />, spoken: say("shell.theme-dark") },
        ]}
      />
    </div>
  );
}
