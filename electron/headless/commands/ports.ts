import type { ListedPort } from "../../contract/commands.ts";
import type { Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { withClient } from "../with-terminal.ts";

export function listPorts(voice: Voice): Promise<number> {
  return withClient(async (client, signal) => {
    const listed = await client.call("ports.list", {}, signal);
    if (!listed.ok) {
      voice.complain(listed.failure);
      return statusOf(listed.failure);
    }
    const { ports } = listed.value;
    if (!ports.some(({ kind }) => kind === "serial")) voice.say(voice.words.noPorts);
    voice.show(listed.value, ports.map((port) => printPort(port, voice)).join("\n"));
    return exitStatus.done;
  });
}

function printPort(port: ListedPort, voice: Voice): string {
  const ids = port.vendorId === null ? "" : `${port.vendorId}:${port.productId ?? "????"}`;
  const label = port.label === null ? (port.manufacturer ?? "") : voice.translate(port.label);
  return [port.path, ids, label, port.permitted === false ? voice.words.notPermitted : ""]
    .filter((part) => part !== "")
    .join("  ");
}
