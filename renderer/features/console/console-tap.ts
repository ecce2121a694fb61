// One console at a time: what it says is fetched, recorded, drawn, and only then fetched again, so that a flood never piles
// up in the window.
//
//   closed -> opening -> open (typing, or only watching) -> closed, with the reason when the line was lost
import type { Failure } from "../../../electron/core/failures/failure.ts";
import type { Desk } from "../session/desk.ts";
import { createStore, type Store } from "../session/store.ts";
import { Recording } from "./recording.ts";

export interface ConsoleState {
  readonly kind: "closed" | "opening" | "open";
  readonly typing: boolean;
  readonly failure: Failure | null;
  /** Characters that came faster than they were drawn. */
  readonly skipped: number;
  readonly hasRecording: boolean;
}

/** What draws. */
export interface Pane {
  /** Resolves when it is drawn. */
  readonly write: (text: string) => Promise<void>;
  readonly clear: () => void;
}

/** What the emulation answers by itself to a terminal's questions: nobody typed it, so it is not sent. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: such answers begin with an escape
const answer = /^\x1b\[[?>]?[\d;]*[Rcny]$/;
const longestPaste = 8192;

const closed: ConsoleState = { kind: "closed", typing: false, failure: null, skipped: 0, hasRecording: false };

export class ConsoleTap {
  readonly store: Store<ConsoleState> = createStore(closed);
  readonly recording = new Recording();
  readonly #desk: Desk;
  #pane: Pane | null = null;
  #stop = new AbortController();
  #name: string | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  show(pane: Pane | null): void {
    this.#pane = pane;
  }

  async open(port: string, baudRate: number): Promise<void> {
    this.close();
    const { signal } = (this.#stop = new AbortController());
    this.#change({ kind: "opening", failure: null, skipped: 0 });
    const opened = await this.#desk.client.call("console.open", { port, line: { baudRate } }, signal);
    if (signal.aborted) {
      if (opened.ok) void this.#desk.client.call("console.close", { console: opened.value.console });
      return;
    }
    if (!opened.ok) {
      this.#change({ kind: "closed", failure: opened.failure });
      return;
    }
    this.#name = opened.value.console;
    this.#pane?.clear();
    this.#change({ kind: "open", typing: opened.value.typing });
    const failure = await this.#run(opened.value.console, signal);
    if (!signal.aborted) this.#change({ kind: "closed", typing: false, failure });
  }

  close(): void {
    this.#stop.abort();
    if (this.#name !== null) void this.#desk.client.call("console.close", { console: this.#name });
    this.#name = null;
    this.#change({ kind: "closed", typing: false });
  }

  /** Keystrokes and pasted text, in order. */
  async type(text: string): Promise<void> {
    if (this.#name === null || answer.test(text)) return;
    const name = this.#name;
    for (let at = 0; at < text.length; at += longestPaste) {
      const piece = { console: name, text: text.slice(at, at + longestPaste) };
      const typed = await this.#desk.client.call("console.type", piece);
      if (typed.ok) continue;
      this.#change({ failure: typed.failure });
      return;
    }
  }

  /** Until the line is closed or nobody wants to hear it; the reason when it was lost. */
  async #run(name: string, signal: AbortSignal): Promise<Failure | null> {
    for (;;) {
      const heard = await this.#desk.client.call("console.hear", { console: name }, signal);
      if (!heard.ok) return heard.failure.code === "cancelled" ? null : heard.failure;
      const { at, text, skipped, ended, failure } = heard.value;
      if (text !== "") {
        this.recording.add(at, text);
        this.store.change((state) =>
          state.hasRecording && skipped === 0
            ? state
            : { ...state, hasRecording: true, skipped: state.skipped + skipped },
        );
        await this.#pane?.write(text);
      }
      if (ended) return failure;
    }
  }

  #change(changed: Partial<ConsoleState>): void {
    this.store.change((state) => ({ ...state, ...changed }));
  }
}
