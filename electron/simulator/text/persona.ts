// What one kind of terminal says: its settings, and its answer to a line. Everything around that (echo, pages, a login,
// restarts, faults) is the same for all and stands in text-terminal.ts.

export type Values = Readonly<Record<string, string>>;

export interface Answer {
  /** Without line ends between them; null: nothing is said at all. */
  readonly lines: readonly string[] | null;
  /** Values that run from now on. */
  readonly change?: Values;
  /** What runs is kept from now on. */
  readonly keep?: boolean;
  readonly next?: "restart" | "log-out";
}

export interface Persona {
  readonly values: Values;
  readonly echo: boolean;
  /** Said when it is up. */
  readonly banner: string;
  /** What it asks, and whom it lets in; null: everybody. */
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Empty: none. */
  readonly prompt: string;
  readonly lineEnd: string;
  /** Behind the last line of an answer; a terminal may leave it out. */
  readonly lastEnd: string;
  /** Lines on a page; null: no pages. */
  readonly page: number | null;
  /** Whether a rise of DTR restarts it; false when left out. */
  readonly restartsOnDtr?: boolean;
  readonly answer: (line: string, values: Values) => Answer;
}
