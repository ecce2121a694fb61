import type { Identity } from "../../dialect.ts";
import type { Sections } from "./sections.ts";

/** What makers leave in a board's tables when they fill in nothing. */
const fillers =
  /^(?:|none|n\/?a|0+|unknown|default string|not (?:specified|available|applicable)|to be filled by o\.e\.m\.?|system (?:product name|serial number|manufacturer)|o\.e\.m\.?|\.+)$/i;

export function readIdentity(sections: Sections): Identity {
  const [, hostName, kernel = ""] = (sections.get("id") ?? "").split("\n").map((line) => line.trim());
  const system = readOsRelease(sections.files.get("/etc/os-release") ?? "");
  const [systemName = "", kernelRelease = ""] = kernel.split(" ");
  const firmware = [system.get("PRETTY_NAME"), `${systemName} ${kernelRelease}`.trim()]
    .filter((part) => part)
    .join(", ");
  return {
    family: "linux-console",
    vendor: readFile(sections, "/sys/class/dmi/id/sys_vendor"),
    model: readFile(sections, "/sys/class/dmi/id/product_name", "/proc/device-tree/model"),
    serialNumber: readFile(sections, "/sys/class/dmi/id/product_serial", "/proc/device-tree/serial-number"),
    firmware: firmware === "" ? null : firmware,
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

/** NAME=VALUE lines, quoted or not (os-release(5)). */
function readOsRelease(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split("\n").flatMap((line) => {
      const [, name, quoted, plain] = /^([A-Z_0-9]+)=(?:"([^"]*)"|'?([^']*?)'?)\s*$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, quoted ?? plain ?? ""] as const];
    }),
  );
}
