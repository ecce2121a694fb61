// Where this user's records of pushes are. The desktop window and the command line share them: only so can they keep out of
// each other's way on one terminal, and have one history.
import { homedir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import type { DescriptionPlaces } from "../app/load-descriptions.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** A folder of its own, which is made readable for this user only. `COUNTERPART_DATA` names another place. */
export function findRecordsFolder(platform: NodeJS.Platform, environment: Environment): string {
  const asked = environment["COUNTERPART_DATA"] ?? "";
  return join(asked === "" ? findDataFolder(platform, environment) : asked, "records");
}

/** Beside the records: the user's own descriptions of terminals, and which of them were accepted. */
export function findDescriptionPlaces(recordsFolder: string): DescriptionPlaces {
  const data = dirname(recordsFolder);
  return { folder: join(data, "profiles"), accepted: join(data, "accepted-profiles.json") };
}

/** The window, the browser's page and the command line have the same ones. */
export function findPreferencesFile(recordsFolder: string): string {
  return join(dirname(recordsFolder), "preferences.json");
}

function findDataFolder(platform: NodeJS.Platform, environment: Environment): string {
  const home = environment["HOME"] || homedir();
  // Not the roaming one: a database is not to be copied while it is open.
  if (platform === "win32") return join(environment["LOCALAPPDATA"] || join(home, "AppData", "Local"), "Counterpart");
  if (platform === "darwin") return join(home, "Library", "Application Support", "Counterpart");
  return join(environment["XDG_DATA_HOME"] || join(home, ".local", "share"), "counterpart");
}

/** The operating system's name of whoever runs this. */
export function namePerson(): string {
  try {
    return userInfo().username;
  } catch {
    // An account that has no entry, as in many containers.
    return process.getuid === undefined ? "unknown" : `uid ${process.getuid()}`;
  }
}
