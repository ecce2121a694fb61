// A log that grows while it is open: its rows are counted as they come; what the whole log says is asked now and then, the
// less often the longer it takes.
import { refreshView, summarise } from "./view-actions.ts";
import { begin, change, type Viewer } from "./viewer-state.ts";

/** Milliseconds between two counts: more often nobody sees. */
const countEvery = 120;
const summariseEvery = 2_000;
/** Of the time that goes by, so much goes into what the whole log says. */
const mostShare = 20;

export async function watchGrowth(viewer: Viewer): Promise<void> {
  const signal = begin(viewer, "grow");
  const summaries = new Summaries(viewer);
  while (!signal.aborted) {
    const { log, view } = viewer.store.read();
    if (log === null || !log.canGrow) return;
    const { log: id, version, round } = log;
    const known = { log: id, view: view.id, version, round };
    const grown = await viewer.client.call("log.grow", known, signal);
    const { log: now, view: shown, following } = viewer.store.read();
    if (signal.aborted || !grown.ok || now?.log !== id) return;
    const { value } = grown;
    if (value.round !== round) await describeAgain(viewer, id);
    else {
      const view =
        shown.id === known.view ? { ...shown, rows: value.rows, hits: value.hits, isCut: value.isCut } : shown;
      const told = following === null ? null : { ...following, lost: value.lost, redactions: value.redactions };
      change(viewer, { log: { ...now, lines: value.lines, version: value.version }, view, following: told });
    }
    summaries.want(id, signal);
    await new Promise((resolve) => setTimeout(resolve, countEvery));
  }
}

class Summaries {
  readonly #viewer: Viewer;
  #next = performance.now() + summariseEvery;
  #isWaiting = false;

  constructor(viewer: Viewer) {
    this.#viewer = viewer;
  }

  want(id: string, signal: AbortSignal): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setTimeout(() => void this.#make(id, signal), Math.max(0, this.#next - performance.now()));
  }

  async #make(id: string, signal: AbortSignal): Promise<void> {
    this.#isWaiting = false;
    if (signal.aborted) return;
    const started = performance.now();
    this.#next = Number.POSITIVE_INFINITY;
    await describe(this.#viewer, id);
    await summarise(this.#viewer, signal);
    this.#next = performance.now() + Math.max(summariseEvery, (performance.now() - started) * mostShare);
  }
}

/** Lines have other numbers, or something is to be said of the files. */
async function describeAgain(viewer: Viewer, id: string): Promise<void> {
  await describe(viewer, id);
  await refreshView(viewer);
}

async function describe(viewer: Viewer, id: string): Promise<void> {
  const described = await viewer.client.call("log.describe", { log: id });
  if (described.ok && viewer.store.read().log?.log === id) change(viewer, { log: described.value });
}
