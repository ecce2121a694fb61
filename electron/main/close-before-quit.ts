import type { App } from "electron";

/** Milliseconds for leaving every terminal as it was found. */
const patience = 8000;

/** Holds the end back until the terminals are left, and not longer than that. */
export function closeBeforeQuit(app: Pick<App, "on" | "exit">, close: () => Promise<void>): void {
  let closing = false;
  app.on("will-quit", (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    const timer = setTimeout(() => app.exit(0), patience);
    void close()
      .catch(() => undefined)
      .then(() => {
        clearTimeout(timer);
        app.exit(0);
      });
  });
}
