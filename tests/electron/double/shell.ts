// No test opens a browser: what would be opened is written where a test can read it.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { app } from "./app.ts";

export const shell = {
  openExternal: async (address: string): Promise<void> => {
    appendFileSync(join(app.getPath("userData"), "opened-outside.txt"), `${address}\n`);
  },
  openPath: async (path: string): Promise<string> => {
    appendFileSync(join(app.getPath("userData"), "opened-paths.txt"), `${path}\n`);
    return "";
  },
};
