import { connect } from "../session/connect.ts";
import type { Desk } from "../session/desk.ts";
import type { Screen } from "../session/session-state.ts";
import { usualBaudRate } from "./baud-rates.ts";

/** Screens that show a terminal that is being connected. */
const watching: readonly Screen[] = ["check", "settings", "logs"];

/** Connects as usual, where a person sees it. */
export function choosePort(desk: Desk, port: string): void {
  desk.store.change((state) => ({ ...state, screen: watching.includes(state.screen) ? state.screen : "check" }));
  void connect(desk, { port, baudRate: usualBaudRate, user: null, become: null });
}
