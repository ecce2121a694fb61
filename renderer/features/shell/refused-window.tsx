// The window that was refused at the door. It comes late, with the words of all failures.
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import type { Store } from "../session/store.ts";
import { ClosedPage, GoneWindow } from "./gone-window.tsx";
import type { Preferences } from "./preferences.ts";
import { PreferencesProvider } from "./use-preferences.tsx";

interface RefusedWindowProps {
  readonly failure: Failure;
  readonly preferences: Store<Preferences>;
}

export function RefusedWindow({ failure, preferences }: RefusedWindowProps) {
  return (
    <PreferencesProvider preferences={preferences}>
      {failure.code === "link-closed" ? <GoneWindow /> : <Refused failure={failure} />}
    </PreferencesProvider>
  );
}

function Refused({ failure }: { readonly failure: Failure }) {
  const { language } = useSpeech();
  const { title, sentence } = describeFailure(failure, language);
  return <ClosedPage code={failure.code} title={title} sentence={sentence ?? ""} />;
}
