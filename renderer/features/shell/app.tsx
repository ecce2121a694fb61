import { DeskProvider, useSession } from "../session/use-desk.tsx";
import type { Desk } from "../session/desk.ts";
import { isWriting } from "../session/session-state.ts";
import type { Store } from "../session/store.ts";
import { AppFrame } from "./app-frame.tsx";
import { FirstQuestion } from "./first-question.tsx";
import { GoneWindow } from "./gone-window.tsx";
import type { Preferences } from "./preferences.ts";
import { PreferencesProvider, usePreferences } from "./use-preferences.tsx";

interface AppProps {
  readonly desk: Desk;
  readonly preferences: Store<Preferences>;
}

export function App({ desk, preferences }: AppProps) {
  return (
    <PreferencesProvider preferences={preferences}>
      <DeskProvider desk={desk}>
        <Window />
      </DeskProvider>
    </PreferencesProvider>
  );
}

function Window() {
  const [{ role }] = usePreferences();
  const session = useSession();
  if (session.gone !== null) return <GoneWindow isCut={isWriting(session) || session.push.kind === "unsettled"} />;
  return role === null ? <FirstQuestion /> : <AppFrame />;
}
