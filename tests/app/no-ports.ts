// For an app whose port is handed to it: a PC without ports.
import type { AppParts } from "../../electron/app/app.ts";

export const noPorts: Pick<AppParts, "examinePorts" | "listPorts" | "readSigns"> = {
  listPorts: () => Promise.resolve([]),
  readSigns: () => Promise.resolve(null),
  examinePorts: () => Promise.resolve({ checks: [], first: null, seen: [] }),
};
