type Listener = (details: { readonly url: string }, answer: (given: { readonly cancel?: boolean }) => void) => void;

/** What the main process lets a page ask for; everything, where nobody listens. */
export class WebRequestDouble {
  #listener: Listener = (_details, answer) => answer({});

  onBeforeRequest(listener: Listener): void {
    this.#listener = listener;
  }

  isCancelled(url: string): boolean {
    let cancelled = false;
    this.#listener({ url }, ({ cancel }) => (cancelled = cancel === true));
    return cancelled;
  }
}
