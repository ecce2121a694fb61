// The calm frame: name and screens on top, terminals on the left, the one thing that matters in the middle.
import { lazy, type RefObject, Suspense, useEffect, useRef } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { CheckScreen } from "../connect/check-screen.tsx";
import { PortsPanel } from "../connect/ports-panel.tsx";
import { isWriting, type Screen } from "../session/session-state.ts";
import { useSession } from "../session/use-desk.tsx";
import { Announcer } from "./announcer.tsx";
import { TopBar } from "./top-bar.tsx";
import { useOverlayKeys } from "./use-overlay-keys.ts";
import { usePreferences } from "./use-preferences.tsx";

const SettingsScreen = lazy(async () => ({
  default: (await import("../settings/settings-screen.tsx")).SettingsScreen,
}));
const PushScreen = lazy(async () => ({ default: (await import("../push/push-screen.tsx")).PushScreen }));
const SessionNotices = lazy(async () => ({
  default: (await import("../push/session-notices.tsx")).SessionNotices,
}));
const HistoryScreen = lazy(async () => ({ default: (await import("../history/history-screen.tsx")).HistoryScreen }));
const RegisterScreen = lazy(async () => ({
  default: (await import("../register/register-screen.tsx")).RegisterScreen,
}));
const ConsoleScreen = lazy(async () => ({ default: (await import("../console/console-screen.tsx")).ConsoleScreen }));
const PreferencesScreen = lazy(async () => ({
  default: (await import("../preferences/preferences-screen.tsx")).PreferencesScreen,
}));
const BenchScreen = lazy(async () => ({ default: (await import("../provisioning/bench-screen.tsx")).BenchScreen }));
const WhyScreen = lazy(async () => ({ default: (await import("../diagnosis/why-screen.tsx")).WhyScreen }));
const Palette = lazy(async () => ({ default: (await import("../palette/palette.tsx")).Palette }));
const HelpDialog = lazy(async () => ({ default: (await import("../help/help-dialog.tsx")).HelpDialog }));
const GuideBar = lazy(async () => ({ default: (await import("../guide/guide-bar.tsx")).GuideBar }));
const LogsScreen = lazy(async () => ({ default: (await import("../logs/logs-screen.tsx")).LogsScreen }));

export function AppFrame() {
  const { say } = useSpeech();
  const session = useSession();
  const { screen } = session;
  useLeaveWarning(isWriting(session));
  useOverlayKeys();
  const main = useArrival();
  return (
    <div className="grid h-full grid-cols-[19rem_minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] narrow:grid-cols-[15.5rem_minmax(0,1fr)] slim:flex slim:flex-col slim:overflow-y-auto">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
      >
        {say("shell.skip")}
      </a>
      <TopBar />
      <aside className="flex min-h-0 flex-col border-r border-line slim:shrink-0 slim:border-r-0 slim:border-b">
        <PortsPanel />
      </aside>
      <div className="flex min-h-0 flex-col slim:h-dvh slim:shrink-0">
        <Guide />
        <main
          ref={main}
          id="content"
          tabIndex={-1}
          className="relative min-h-0 grow overflow-y-auto outline-none"
          data-screen={screen}
        >
          <Suspense fallback={<Loading />}>
            <ScreenView screen={screen} />
          </Suspense>
        </main>
      </div>
      <Announcer />
      <Overlay />
    </div>
  );
}

function ScreenView({ screen }: { readonly screen: Screen }) {
  switch (screen) {
    case "check":
      return (
        <>
          <Notices />
          <CheckScreen />
        </>
      );
    case "why":
      return <WhyScreen />;
    case "settings":
      return <SettingsScreen />;
    case "push":
      return <PushScreen />;
    case "logs":
      return <LogsScreen />;
    case "history":
      return <HistoryScreen />;
    case "register":
      return <RegisterScreen />;
    case "console":
      return <ConsoleScreen />;
    case "preferences":
      return <PreferencesScreen />;
    case "bench":
      return <BenchScreen />;
  }
}

/** For whoever practises. */
function Guide() {
  const [{ guide }] = usePreferences();
  return guide === "on" ? (
    <Suspense fallback={null}>
      <GuideBar />
    </Suspense>
  ) : null;
}

function Overlay() {
  const { overlay } = useSession();
  if (overlay === null) return null;
  return <Suspense fallback={null}>{overlay === "palette" ? <Palette /> : <HelpDialog />}</Suspense>;
}

/** Few windows ever have one, so they are loaded when there is one. */
function Notices() {
  const { interrupted, warning } = useSession();
  if (interrupted === null && warning === null) return null;
  return (
    <Suspense fallback={null}>
      <SessionNotices className="mx-auto w-full max-w-244 px-8 pt-6 narrow:px-5 low:pt-3" />
    </Suspense>
  );
}

function Loading() {
  const { say } = useSpeech();
  return (
    <p className="flex items-center gap-3 p-8 text-soft">
      <Spinner /> {say("shell.loading")}
    </p>
  );
}

/** In one column the screen lies below the terminals: it comes into sight when there is something new on it. */
function useArrival(): RefObject<HTMLElement | null> {
  const { screen, connection } = useSession();
  const main = useRef<HTMLElement>(null);
  const place = `${screen} ${connection.kind}`;
  const seen = useRef(place);
  useEffect(() => {
    if (seen.current !== place) main.current?.scrollIntoView({ block: "start" });
    seen.current = place;
  }, [place]);
  return main;
}

/** While settings are being written, leaving the window asks first. */
function useLeaveWarning(isAsked: boolean): void {
  useEffect(() => {
    if (!isAsked) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isAsked]);
}
