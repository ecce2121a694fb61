import type { Identity } from "../../dialect.ts";
import type { Sections } from "./sections.ts";

/** What makers leave in a board's tables when they fill in nothing. */
const fillers =
  /^(?:|none|n\/?a|0+|0?123456789\d?|invalid|unknown|default string|not (?:specified|available|applicable)|to be filled by o\.e\.m\.?|system (?:product name|serial number|manufacturer)|o\.e\.m\.?|\.+)$/i;

export function readIdentity(sections: Sections): Identity {
  // `uname -snr`, and the line of os-release(5) that names the system for people.
  const [kernel = "", pretty = ""] = (sections.get("id") ?? "").split("\n");
  const [system, hostName, release] = kernel.trim().split(" ");
  const name = /^PRETTY_NAME=(?:"([^"]*)"|'?([^']*?)'?)\s*$/.exec(pretty);
  const firmware = [name?.[1] ?? name?.[2], [system, release].filter((part) => part).join(" ")].filter((part) => part);
  return {
    family: "linux-console",
    vendor: readFile(sections, "/sys/class/dmi/id/sys_vendor"),
    model: readFile(sections, "/sys/class/dmi/id/product_name", "/proc/device-tree/model"),
    serialNumber: readFile(sections, "/sys/class/dmi/id/product_serial", "/proc/device-tree/serial-number"),
    firmware: firmware.length === 0 ? null : firmware.join(", "),
    hostName: hostName ? hostName : null,
  };
}

function readFile(sections: Sections, ...paths: readonly string[]): string | null {
  for (const path of paths) {
    const text = sections.files
      .get(path)
      ?.replace(/\p{Cc}/gu, "")
      .trim();
    if (text !== undefined && !fillers.test(text)) return text.slice(0, 128);
  }
  return null;
}
