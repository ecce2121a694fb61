// What `devinfo:` says: an XML document, whose names no public document lists. Each fact is looked for under the names
// that the makers of such terminals use for it, as an element or an attribute, wherever it stands.
import { listParameters } from "../parameters/parameter-file.ts";

export interface DeviceInfo {
  readonly vendor: string | null;
  readonly model: string | null;
  readonly serialNumber: string | null;
  readonly firmware: string | null;
}

/** Lower case, without dashes, underlines and blanks; the first that has a value wins. */
const names = {
  vendor: ["vendor", "manufacturer", "maker"],
  model: ["model", "terminalmodel", "devicemodel", "product", "productname", "terminaltype", "devicename"],
  serialNumber: ["serialnumber", "serialno", "sn", "terminalsn", "devicesn", "serial", "exsn"],
  firmware: ["firmware", "firmwareversion", "osversion", "systemversion", "osver", "version", "osname", "os"],
} as const;

/** Null when it is no XML. */
export function readDeviceInfo(document: string): DeviceInfo | null {
  const facts = listParameters(document.replace(/\0+$/, ""), { format: "xml", encoding: "utf-8" });
  if (!facts) return null;
  const find = (wanted: readonly string[]): string | null => {
    for (const name of wanted) {
      const found = facts.find(({ path, value }) => nameFact(path) === name && value.trim() !== "");
      if (found)
        return found.value
          .replace(/\p{Cc}/gu, "")
          .trim()
          .slice(0, 128);
    }
    return null;
  };
  return {
    vendor: find(names.vendor),
    model: find(names.model),
    serialNumber: find(names.serialNumber),
    firmware: find(names.firmware),
  };
}

function nameFact(path: string): string {
  return path
    .slice(path.lastIndexOf("/") + 1)
    .toLowerCase()
    .replace(/[@_\s-]/g, "");
}
