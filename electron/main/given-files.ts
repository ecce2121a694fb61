// Files of our own kinds that a person opened from the desktop: in the start's words (Windows, Linux), in a second start's words,
// or told by the system (macOS). They are handed to the page, which asks to open them like any other.
import { isAbsolute, resolve } from "node:path";
import type { App } from "electron";

/** What the page can open by itself; as in resources/packaging/electron-builder.json. */
const kinds = [".counterpart-log", ".counterpart-pack", ".counterpart-plan"] as const;

/** Only so many: a folder that was selected by mistake is not opened as a whole. */
const most = 16;

function listGivenFiles(words: readonly string[], folder: string): readonly string[] {
  return words
    .filter((word) => !word.startsWith("-") && kinds.some((kind) => word.toLowerCase().endsWith(kind)))
    .slice(0, most)
    .map((word) => (isAbsolute(word) ? word : resolve(folder, word)));
}

/** To be called before the app is ready: macOS tells the first file early. `give` is called with each file in turn. */
export function hearGivenFiles(app: Pick<App, "on">, start: readonly string[], give: (path: string) => void): void {
  app.on("open-file", (event, path) => {
    event.preventDefault();
    for (const file of listGivenFiles([path], "/")) give(file);
  });
  app.on("second-instance", (_event, words, folder) => {
    for (const file of listGivenFiles(words, folder)) give(file);
  });
  for (const file of listGivenFiles(start, process.cwd())) give(file);
}
