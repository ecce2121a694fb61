// Preferences: each is stored when it is chosen, and says so. What only the desktop app has is shown only there.
import "../../i18n/late-words.ts";
import type { ReactNode } from "react";
import type { PreferencesStatus } from "../../../electron/contract/preferences.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { BaudField } from "../connect/baud-field.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { PreferenceSwitches } from "../shell/preference-switches.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";
import { DatabaseSection } from "./database-section.tsx";
import { DesktopSection } from "./desktop-section.tsx";
import { ElsewhereSection } from "./elsewhere-section.tsx";
import { Section } from "./section.tsx";
import { StoredField } from "./stored-field.tsx";
import { type AppPreferencesDesk, type Limits, useAppPreferences } from "./use-app-preferences.ts";

const megabyte = 1024 ** 2;

export function PreferencesScreen() {
  const { say } = useSpeech();
  const desk = useAppPreferences();
  const { status, failure, done } = desk.state;
  return (
    <div
      className="mx-auto flex w-full max-w-244 flex-col gap-5 px-8 py-7 *:max-w-184 narrow:px-5 low:gap-3 low:py-4"
      data-preferences={status === null ? "loading" : "shown"}
    >
      <Headline>{say("prefs.title")}</Headline>
      <p role="status" className="sr-only">
        {done === null ? "" : say(`prefs.${done}`)}
      </p>
      {failure !== null && (
        <InSight>
          <Notice state="wrong" role="alert">
            <FailureWords failure={failure} />
          </Notice>
        </InSight>
      )}
      {status === null && failure !== null && (
        <div>
          <Button look="primary" onClick={() => void desk.load()}>
            {say("prefs.again")}
          </Button>
        </div>
      )}
      {status === null && failure === null && (
        <p className="flex items-center gap-3 text-16 text-soft">
          <Spinner /> {say("prefs.loading")}
        </p>
      )}
      {done !== null && (
        <InSight>
          <Notice state="ok">{say(`prefs.${done}`)}</Notice>
        </InSight>
      )}
      {status !== null && <Sections desk={desk} status={status} />}
    </div>
  );
}

/** What came of a choice is seen however far down it was made. */
function InSight({ children }: { readonly children: ReactNode }) {
  return <div className="sticky top-3 z-10">{children}</div>;
}

interface SectionsProps {
  readonly desk: AppPreferencesDesk;
  readonly status: PreferencesStatus;
}

function Sections({ desk, status }: SectionsProps) {
  const { say } = useSpeech();
  const { preferences, setAside, databaseUrl, isDesktop, takesUpdates } = status;
  const store = (wanted: Parameters<typeof desk.change>[0]): void => void desk.change(wanted);
  return (
    <>
      {setAside !== null && (
        <Notice state="odd" role="status">
          {say("prefs.set-aside", { file: setAside })}
        </Notice>
      )}
      <WindowSection />
      <LineSection />
      <Section title={say("prefs.checking")}>
        <StoredField
          label={say("prefs.policy")}
          hint={say("prefs.policy-hint")}
          isMono
          value={preferences.policyFile ?? ""}
          onStore={(text) => store({ policyFile: text === "" ? null : text })}
        />
      </Section>
      <Folders folders={preferences.folders} onStore={(folders) => store({ folders })} />
      {desk.state.limits !== null && (
        <Keeping limits={desk.state.limits} onLimit={(wanted) => void desk.limit(wanted)} />
      )}
      <DatabaseSection database={databaseUrl} onKeep={desk.keepDatabase} />
      {isDesktop && (
        <DesktopSection
          preferences={preferences}
          onChange={store}
          onTakeUpdate={takesUpdates ? () => void desk.takeUpdate() : null}
        />
      )}
      <ElsewhereSection exportAll={desk.exportAll} importAll={desk.importAll} />
    </>
  );
}

function WindowSection() {
  const { say } = useSpeech();
  const [{ role }, change] = usePreferences();
  return (
    <Section title={say("prefs.window")}>
      <div className="flex">
        <PreferenceSwitches />
      </div>
      <div className="flex flex-col items-start gap-1">
        <span className="text-14 font-medium">{say("prefs.role")}</span>
        <Segmented
          label={say("prefs.role")}
          value={role ?? "shop"}
          onChoose={(value) => change({ role: value })}
          segments={[
            { value: "shop", label: say("start.shop") },
            { value: "install", label: say("start.install") },
            { value: "repair", label: say("start.repair") },
          ]}
        />
        <p className="text-13 text-soft">{say("prefs.role-hint")}</p>
      </div>
    </Section>
  );
}

function LineSection() {
  const { say } = useSpeech();
  const [{ baudRate }, change] = usePreferences();
  return (
    <Section title={say("prefs.line")}>
      <div className="flex flex-col items-start gap-1">
        <BaudField value={baudRate} onChange={(rate) => change({ baudRate: rate })} />
        <p className="text-13 text-soft">{say("prefs.rate-hint")}</p>
      </div>
    </Section>
  );
}

type FolderPreferences = PreferencesStatus["preferences"]["folders"];

interface FoldersProps {
  readonly folders: FolderPreferences;
  readonly onStore: (folders: FolderPreferences) => void;
}

function Folders({ folders, onStore }: FoldersProps) {
  const { say } = useSpeech();
  return (
    <Section title={say("prefs.places")}>
      {(["captures", "profiles"] as const).map((name) => (
        <StoredField
          key={name}
          label={say(`prefs.${name}`)}
          isMono
          value={folders[name] ?? ""}
          onStore={(text) => onStore({ ...folders, [name]: text === "" ? null : text })}
        />
      ))}
      <p className="text-13 text-soft">{say("prefs.folder-hint")}</p>
    </Section>
  );
}

function Keeping({
  limits,
  onLimit,
}: {
  readonly limits: Limits;
  readonly onLimit: (limits: Partial<Limits>) => void;
}) {
  const { say } = useSpeech();
  const check = (text: string): string | null => (/^[1-9]\d{0,4}$/.test(text) ? null : say("prefs.not-a-number"));
  return (
    <Section title={say("prefs.keeping")}>
      <div className="flex flex-wrap gap-4">
        <StoredField
          label={say("prefs.days")}
          className="w-36"
          value={String(limits.days)}
          check={check}
          onStore={(text) => onLimit({ days: Number(text) })}
        />
        <StoredField
          label={say("prefs.megabytes")}
          className="w-48"
          value={String(Math.round(limits.bytes / megabyte))}
          check={check}
          onStore={(text) => onLimit({ bytes: Number(text) * megabyte })}
        />
      </div>
      <p className="text-13 text-soft">{say("prefs.keeping-hint")}</p>
    </Section>
  );
}
