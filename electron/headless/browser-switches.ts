/** What a browser that is started for this app alone leaves be: greetings, and a network of its own. */
export const quietSwitches: readonly string[] = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium refuses to start as root with its sandbox. */
export function listRootSwitches(): readonly string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
