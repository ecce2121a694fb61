import type { ListedPort } from "../../../electron/contract/commands.ts";
import type { Speech } from "../../i18n/speech.tsx";

/** What a port is called where its path stands beside it. */
export function namePort(port: ListedPort, { say, tell }: Pick<Speech, "say" | "tell">): string {
  if (port.label) return tell(port.label);
  return port.product ?? port.manufacturer ?? say(port.path.startsWith("tcp:") ? "ports.network" : "ports.unnamed");
}
