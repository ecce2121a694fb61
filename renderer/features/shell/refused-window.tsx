// The window without its other side: refused at the door, or left by it.
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { makeFailure } from "../../../electron/core/failures/failure.ts";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import type { Store } from "../session/store.ts";
import type { Preferences } from "./preferences.ts";
import { PreferenceSwitches } from "./preference-switches.tsx";
import { PreferencesProvider } from "./use-preferences.tsx";

interface RefusedWindowProps {
  readonly failure: Failure;
  readonly preferences: Store<Preferences>;
}

export function RefusedWindow({ failure, preferences }: RefusedWindowProps) {
  return (
    <PreferencesProvider preferences={preferences}>
      <Page failure={failure} />
    </PreferencesProvider>
  );
}

export function GoneWindow() {
  return <Page failure={makeFailure("link-closed")} />;
}

function Page({ failure }: { readonly failure: Failure }) {
  const { say, language } = useSpeech();
  const { title, sentence } = describeFailure(failure, language);
  return (
    <main className="flex h-full flex-col overflow-y-auto px-8 py-5" data-failure={failure.code}>
      <div className="flex items-center justify-between">
        <span className="text-16 font-semibold">{say("shell.name")}</span>
        <PreferenceSwitches />
      </div>
      <div className="m-auto flex w-full max-w-160 flex-col items-start gap-5 py-6" role="alert">
        <h1 className="text-28 font-semibold low:text-20">{title}</h1>
        <p className="text-16 text-soft">{failure.code === "link-closed" ? say("host.gone") : sentence}</p>
        <Button look="primary" onClick={() => location.reload()}>
          {say("host.reload")}
        </Button>
      </div>
    </main>
  );
}
