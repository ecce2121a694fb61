import { useRef } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { saveText } from "../logs/save-text.ts";
import { Section } from "./section.tsx";
import type { AppPreferencesDesk } from "./use-app-preferences.ts";

/** To another computer and back. */
export function ElsewhereSection({ exportAll, importAll }: Pick<AppPreferencesDesk, "exportAll" | "importAll">) {
  const { say } = useSpeech();
  const chooser = useRef<HTMLInputElement>(null);
  const save = async (): Promise<void> => {
    const text = await exportAll();
    if (text !== null) saveText("counterpart-preferences.json", text);
  };
  const take = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) await importAll(await file.slice(0, 65_536).text());
    if (chooser.current) chooser.current.value = "";
  };
  return (
    <Section title={say("prefs.elsewhere")}>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void save()}>{say("prefs.export")}</Button>
        <Button onClick={() => chooser.current?.click()}>{say("prefs.import")}</Button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          className="hidden"
          aria-hidden="true"
          tabIndex={-1}
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <span className="text-13 text-soft">{say("prefs.export-hint")}</span>
      </div>
    </Section>
  );
}
