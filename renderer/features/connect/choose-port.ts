import { connect } from "../session/connect.ts";
import { type Desk, showWriting } from "../session/desk.ts";
import type { Screen } from "../session/session-state.ts";
import { usualBaudRate } from "./baud-rates.ts";

/** Screens that show a terminal that is being connected. */
const watching: readonly Screen[] = ["check", "settings", "logs"];

/** Connects where a person sees it. While a terminal is written to, that is what is shown instead. */
export function choosePort(desk: Desk, port: string, baudRate = usualBaudRate): void {
  if (showWriting(desk)) return;
  desk.store.change((state) => ({ ...state, screen: watching.includes(state.screen) ? state.screen : "check" }));
  void connect(desk, { port, baudRate, user: null, become: null });
}
