// How a person gets to a screen.
import type { Page } from "@playwright/test";
import type { Till } from "./terminals.ts";

export interface ScreenVisit {
  readonly name: string;
  readonly open: (page: Page, tills: Tills) => Promise<void>;
}

export interface Tills {
  /** Lets root in at once. */
  readonly open: Till;
  /** Asks for a password. */
  readonly locked: Till;
}
