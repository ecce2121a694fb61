import "./prepare-zod.ts";
import "./styles/app.css";
import { createRoot } from "react-dom/client";
import { createClient } from "../electron/contract/client.ts";
import { makeFailure } from "../electron/core/failures/failure.ts";
import type { Desk } from "./features/session/desk.ts";
import { hearEvents } from "./features/session/hear-events.ts";
import { watchPorts } from "./features/session/ports.ts";
import { remember, restore } from "./features/session/remember.ts";
import { resume } from "./features/session/resume.ts";
import { firstState } from "./features/session/session-state.ts";
import { createStore } from "./features/session/store.ts";
import { App } from "./features/shell/app.tsx";
import { findStartScreen } from "./features/shell/first-question.tsx";
import { openPreferences } from "./features/shell/preferences.ts";
import { sharePreferences } from "./features/shell/share-preferences.ts";
import { takeDrops } from "./features/shell/take-drops.ts";
import { openPace } from "./features/wait/pace.ts";
import { pickLink } from "./link/pick-link.ts";

const root = createRoot(document.querySelector("#root") ?? document.body);
const preferences = openPreferences(localStorage);
openPace(localStorage);
const link = await pickLink();

if (link.ok) {
  const restored = restore(sessionStorage);
  const store = createStore(restored?.state ?? firstState);
  link.value.onClose(() => store.change((state) => ({ ...state, gone: makeFailure("link-closed") })));
  const desk: Desk = { client: createClient(link.value), store, running: new Map() };
  hearEvents(desk);
  takeDrops(desk);
  const shared = sharePreferences(desk.client, preferences);
  // A window that knows nothing of its person asks the file before it asks the person.
  if (preferences.read().role === null) await shared;
  if (restored === null && store.read() === firstState) {
    store.change((state) => ({ ...state, screen: findStartScreen(preferences.read().role) }));
  }
  store.watch(() => remember(store.read(), sessionStorage));
  root.render(<App desk={desk} preferences={preferences} />);
  watchPorts(desk);
  void resume(desk, restored?.session ?? null);
} else {
  const { RefusedWindow } = await import("./features/shell/refused-window.tsx");
  root.render(<RefusedWindow preferences={preferences} failure={link.failure} />);
}
