import { SlidersHorizontal } from "lucide-react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { disconnect } from "../session/connect.ts";
import type { Screen, SessionState } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { PreferenceSwitches } from "./preference-switches.tsx";

const screens = ["check", "settings", "logs", "history", "console"] as const satisfies readonly Screen[];

export function TopBar() {
  const { say } = useSpeech();
  const desk = useDesk();
  const session = useSession();
  const canDisconnect =
    session.connection.kind === "open" &&
    session.push.kind !== "running" &&
    session.push.kind !== "resuming" &&
    !session.connection.isReading;
  return (
    <header className="col-span-2 flex h-14 items-center gap-6 border-b border-line bg-surface px-6 whitespace-nowrap low:h-13 narrow:gap-2 narrow:px-3">
      <span className="text-16 font-semibold tracking-[-0.01em] narrow:hidden">{say("shell.name")}</span>
      <nav aria-label={say("shell.screens")} className="flex h-full items-stretch gap-1">
        {screens.map((screen) => (
          <ScreenTab key={screen} screen={screen} session={session} />
        ))}
        {session.push.kind !== "none" && <ScreenTab screen="push" session={session} />}
      </nav>
      <span className="grow" />
      {canDisconnect && (
        <Button look="quiet" className="text-13" onClick={() => void disconnect(desk)}>
          {say("ports.disconnect")}
        </Button>
      )}
      <PreferenceSwitches />
      <PreferencesButton isHere={session.screen === "preferences"} />
    </header>
  );
}

function PreferencesButton({ isHere }: { readonly isHere: boolean }) {
  const { say } = useSpeech();
  const desk = useDesk();
  return (
    <button
      type="button"
      aria-label={say("shell.preferences")}
      title={say("shell.preferences")}
      aria-current={isHere ? "page" : undefined}
      data-tab="preferences"
      onClick={() => desk.store.change((state) => ({ ...state, screen: "preferences" }))}
      className={`-ml-3 flex size-target items-center justify-center rounded-control narrow:ml-0 ${isHere ? "text-accent" : "text-soft hover:text-ink"}`}
    >
      <SlidersHorizontal aria-hidden="true" className="size-5" />
    </button>
  );
}

function ScreenTab({
  screen,
  session,
}: {
  readonly screen: Exclude<Screen, "why" | "preferences">;
  readonly session: SessionState;
}) {
  const { say } = useSpeech();
  const desk = useDesk();
  const isHere = session.screen === screen;
  return (
    <button
      type="button"
      aria-current={isHere ? "page" : undefined}
      data-tab={screen}
      onClick={() => desk.store.change((state) => ({ ...state, screen }))}
      className={`flex items-center gap-2 border-b-2 px-3.5 pt-0.5 text-14 -outline-offset-2 narrow:px-2 ${isHere ? "border-accent font-semibold" : "border-transparent text-soft hover:text-ink"}`}
    >
      {screen === "push" && session.push.kind === "running" && <Spinner className="size-3.5" />}
      {say(`shell.${screen}`)}
    </button>
  );
}
