// What changes whenever the list of ports may have changed, for a fraction of what the list costs: names of devices, the
// nodes behind them (new ones after each plug), who may open them, and who has locked them. Opens nothing.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { findHeld } from "./find-held.ts";
import { listPortNames, type SystemFolders, systemFolders } from "./list-linux.ts";

/** Null where the system has nothing cheaper than the list. */
export async function readSigns(folders: SystemFolders = systemFolders): Promise<string | null> {
  if (process.platform !== "linux") return null;
  const paths = (await listPortNames(folders)).map((name) => join(folders.dev, name));
  const nodes = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(path).catch(() => null);
      return found && [path, found.ino, found.mode, found.uid, found.gid];
    }),
  );
  return JSON.stringify([nodes, await findHeld(paths)]);
}
