// What a person can do right now, as the palette lists it. Each feature offers its own actions beside its screens; the
// list of those offers is all-offers.ts.
import type { Speech } from "../../i18n/speech.tsx";
import type { Desk } from "../session/desk.ts";
import type { SessionState } from "../session/session-state.ts";
import type { Preferences } from "../shell/preferences.ts";

export interface Action {
  /** Stable, and the same in every language. */
  readonly id: string;
  readonly group: "terminal" | "go" | "window";
  /** In the language of the speech that it was offered in. */
  readonly name: string;
  /** Other words that it is looked for by. */
  readonly also?: string;
  readonly act: () => void;
}

export interface Surroundings {
  readonly desk: Desk;
  readonly state: SessionState;
  readonly speech: Speech;
  readonly preferences: Preferences;
  readonly prefer: (change: Partial<Preferences>) => void;
}

/** Only what makes sense in that state. */
export type OfferActions = (around: Surroundings) => readonly Action[];
