import { expect, test } from "vitest";
import { findRecordsFolder } from "../../electron/host/records-folder.ts";

test.each<[string, NodeJS.Platform, Readonly<Record<string, string>>, string]>([
  ["Linux", "linux", { HOME: "/srv/a" }, "/srv/a/.local/share/counterpart/records"],
  ["Linux with XDG_DATA_HOME", "linux", { HOME: "/srv/a", XDG_DATA_HOME: "/data" }, "/data/counterpart/records"],
  ["macOS", "darwin", { HOME: "/srv/b" }, "/srv/b/Library/Application Support/Counterpart/records"],
  ["anywhere, when it is named", "darwin", { HOME: "/srv/b", COUNTERPART_DATA: "/x" }, "/x/records"],
  [
    "Linux, when it is named by nothing",
    "linux",
    { HOME: "/srv/a", COUNTERPART_DATA: "" },
    "/srv/a/.local/share/counterpart/records",
  ],
])("the records have a folder of their own on %s", (_name, platform, environment, folder) => {
  expect(findRecordsFolder(platform, environment)).toBe(folder);
});
