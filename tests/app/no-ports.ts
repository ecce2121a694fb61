// For an app whose port is handed to it: a PC without ports, and without provisioning.
import type { AppParts } from "../../electron/app/app.ts";

export const noPorts: Pick<AppParts, "examinePorts" | "listPorts" | "readSigns" | "openRegister" | "benchFolder"> = {
  listPorts: () => Promise.resolve([]),
  readSigns: () => Promise.resolve(null),
  examinePorts: () => Promise.resolve({ checks: [], first: null, seen: [] }),
  openRegister: () => Promise.reject(new Error("no register here")),
  benchFolder: "",
};
