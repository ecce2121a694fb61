import { useState } from "react";
import type { PreferencesStatus } from "../../../electron/contract/preferences.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Section } from "./section.tsx";

interface DatabaseSectionProps {
  readonly database: PreferencesStatus["databaseUrl"];
  /** Null forgets it. */
  readonly onKeep: (url: string | null) => Promise<boolean>;
}

/** The address goes one way: it is typed here, and never shown again. */
export function DatabaseSection({ database: { isSet, keeper }, onKeep }: DatabaseSectionProps) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState("");
  const keep = async (): Promise<void> => {
    if (await onKeep(typed.trim())) setTyped("");
  };
  if (keeper === "environment") {
    return (
      <Section title={say("prefs.database")}>
        <p className="text-14 text-soft">
          {say(isSet ? "prefs.database-environment" : "prefs.database-environment-none")}
        </p>
      </Section>
    );
  }
  return (
    <Section title={say("prefs.database")}>
      <p className="text-14 text-soft">{say(isSet ? "prefs.database-set" : "prefs.database-none")}</p>
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label={say("prefs.database-url")}
          type="password"
          isMono
          className="grow basis-80"
          value={typed}
          maxLength={4096}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button disabled={typed.trim() === ""} onClick={() => void keep()}>
          {say("prefs.database-keep")}
        </Button>
        {isSet && (
          <Button look="quiet" onClick={() => void onKeep(null)}>
            {say("prefs.database-forget")}
          </Button>
        )}
      </div>
    </Section>
  );
}
