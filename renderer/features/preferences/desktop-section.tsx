import type { PreferencesStatus } from "../../../electron/contract/preferences.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { TickBox } from "../../ui/tick-box.tsx";
import { Section } from "./section.tsx";
import { StoredField } from "./stored-field.tsx";
import type { Change } from "./use-app-preferences.ts";

interface DesktopSectionProps {
  readonly preferences: PreferencesStatus["preferences"];
  readonly onChange: (change: Change) => void;
  /** Null: this app was built without a key to check files with. */
  readonly onTakeUpdate: (() => void) | null;
}

/** What only the desktop app has. */
export function DesktopSection({ preferences, onChange, onTakeUpdate }: DesktopSectionProps) {
  const { say } = useSpeech();
  const { updates, drawing } = preferences;
  return (
    <Section title={say("prefs.app")}>
      <TickBox
        label={say("prefs.updates")}
        detail={say("prefs.updates-detail")}
        isTicked={updates.isOn}
        onTick={(isOn) => onChange({ updates: { ...updates, isOn } })}
      />
      <StoredField
        label={say("prefs.mirror")}
        hint={say("prefs.mirror-hint")}
        isMono
        value={updates.mirror ?? ""}
        onStore={(text) => onChange({ updates: { ...updates, mirror: text === "" ? null : text } })}
      />
      {onTakeUpdate !== null && (
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={onTakeUpdate}>{say("prefs.update-file")}</Button>
          <span className="text-13 text-soft">{say("prefs.update-file-hint")}</span>
        </div>
      )}
      <div className="flex flex-col items-start gap-1">
        <span className="text-14 font-medium">{say("prefs.drawing")}</span>
        <Segmented
          label={say("prefs.drawing")}
          value={drawing}
          onChoose={(value) => onChange({ drawing: value })}
          segments={[
            { value: "automatic", label: say("prefs.drawing-automatic") },
            { value: "graphics-card", label: say("prefs.drawing-graphics-card") },
            { value: "software", label: say("prefs.drawing-software") },
          ]}
        />
        <p className="text-13 text-soft">{say("prefs.drawing-hint")}</p>
      </div>
    </Section>
  );
}
