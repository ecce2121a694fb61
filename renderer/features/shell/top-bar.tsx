import { CircleHelp, Search, SlidersHorizontal, Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { disconnect } from "../session/connect.ts";
import { isWriting, type Screen, type SessionState } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { PreferenceSwitches } from "./preference-switches.tsx";
import { paletteKeys } from "./use-overlay-keys.ts";
import { usePreferences } from "./use-preferences.tsx";

const screens = ["check", "settings", "logs", "history", "console"] as const satisfies readonly Screen[];

export function TopBar() {
  const { say } = useSpeech();
  const session = useSession();
  const [{ role }] = usePreferences();
  return (
    <header className="col-span-2 flex h-14 items-center gap-6 border-b border-line bg-surface px-6 whitespace-nowrap low:h-13 tight:gap-3 narrow:gap-2 narrow:px-3 slim:h-auto slim:shrink-0 slim:flex-wrap slim:py-1">
      <span className="text-16 font-semibold tracking-[-0.01em] tight:hidden">{say("shell.name")}</span>
      <nav
        aria-label={say("shell.screens")}
        className="flex h-full min-w-0 items-stretch gap-1 slim:order-last slim:h-11 slim:basis-full"
      >
        {role === "install" && <ScreenTab screen="bench" session={session} />}
        {screens.map((screen) => (
          <ScreenTab key={screen} screen={screen} session={session} />
        ))}
        {(role !== "shop" || session.screen === "register") && <ScreenTab screen="register" session={session} />}
        {(role === "repair" || (role === "shop" && session.screen === "bench")) && (
          <ScreenTab screen="bench" session={session} />
        )}
        {session.push.kind !== "none" && <ScreenTab screen="push" session={session} />}
      </nav>
      <span className="grow" />
      <BarActions session={session} />
      <PreferenceSwitches isCompact />
    </header>
  );
}

/** What is done from anywhere. */
function BarActions({ session }: { readonly session: SessionState }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const canDisconnect = session.connection.kind === "open" && !session.connection.isReading && !isWriting(session);
  const open = (overlay: SessionState["overlay"]): void => desk.store.change((state) => ({ ...state, overlay }));
  return (
    <div className="flex shrink-0 items-center gap-1">
      {canDisconnect && (
        <BarButton name={say("ports.disconnect")} onPress={() => void disconnect(desk)}>
          <Unplug aria-hidden="true" className="size-4.5" />
          <span className="max-[90rem]:hidden">{say("ports.disconnect")}</span>
        </BarButton>
      )}
      <BarButton
        name={`${say("shell.palette")} (${paletteKeys})`}
        keys={paletteKeys === "⌘K" ? "Meta+K" : "Control+K"}
        onPress={() => open("palette")}
      >
        <Search aria-hidden="true" className="size-4.5" />
      </BarButton>
      <BarButton name={`${say("shell.help")} (F1)`} keys="F1" onPress={() => open("help")}>
        <CircleHelp aria-hidden="true" className="size-4.5" />
      </BarButton>
      <PreferencesButton isHere={session.screen === "preferences"} />
    </div>
  );
}

interface BarButtonProps {
  readonly name: string;
  readonly keys?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A picture with its name as a tip; the bar has little room for words. */
function BarButton({ name, keys, onPress, children }: BarButtonProps) {
  return (
    <button
      type="button"
      title={name}
      aria-label={name}
      aria-keyshortcuts={keys}
      onClick={onPress}
      className="inline-flex min-h-target min-w-9 items-center justify-center gap-2 rounded-control px-2 text-13 text-accent hover:bg-accent-wash"
    >
      {children}
    </button>
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
      className={`inline-flex min-h-target min-w-9 items-center justify-center rounded-control px-2 hover:bg-accent-wash ${isHere ? "text-ink" : "text-accent"}`}
    >
      <SlidersHorizontal aria-hidden="true" className="size-4.5" />
    </button>
  );
}

interface ScreenTabProps {
  readonly screen: Exclude<Screen, "why" | "preferences">;
  readonly session: SessionState;
}

/** A name that finds no room is shortened, and whole in its tip. */
function ScreenTab({ screen, session }: ScreenTabProps) {
  const { say } = useSpeech();
  const desk = useDesk();
  // The causes are looked for from the check, and have no tab of their own.
  const isHere = session.screen === screen || (screen === "check" && session.screen === "why");
  return (
    <button
      type="button"
      aria-current={isHere ? "page" : undefined}
      data-tab={screen}
      onClick={() => desk.store.change((state) => ({ ...state, screen }))}
      title={say(`shell.${screen}`)}
      className={`flex min-w-0 items-center gap-2 border-b-2 px-3.5 pt-0.5 text-14 -outline-offset-2 narrow:px-2 ${isHere ? "border-accent font-semibold" : "border-transparent text-soft hover:text-ink forced-colors:border-[Canvas]"}`}
    >
      {screen === "push" && session.push.kind === "running" && <Spinner className="size-3.5" />}
      <span className="truncate">{say(`shell.${screen}`)}</span>
    </button>
  );
}
