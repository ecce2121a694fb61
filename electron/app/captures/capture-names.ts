// What captures are called on this PC's disk. Names that come from a terminal choose nothing but letters of them.
import type { PushedTerminal } from "../../contract/history.ts";

const longest = 100;
/** Windows takes these for devices, whatever follows a full stop. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name without folders: `/var/log/../syslog` becomes `var_log_syslog`. */
export function nameSafely(text: string): string {
  const plain = text
    .replace(/[^\p{L}\p{N}.-]+/gu, "_")
    .replace(/\.{2,}/g, "_")
    .replace(/_{2,}/g, "_")
    .replace(/^[._-]+|[._-]+$/g, "")
    .slice(0, longest);
  return plain === "" || devices.test(plain) ? `_${plain}` : plain;
}

/** The folder of a terminal: its serial number, else its first MAC address, else the port. */
export function nameTerminalFolder({ serialNumber, macs, port }: PushedTerminal): string {
  return nameSafely(serialNumber ?? macs[0]?.replaceAll(":", "-") ?? port);
}

/** `2026-11-22 10-05-07`: as people and file systems read it. */
export function nameMoment(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace("T", " ").replaceAll(":", "-");
}

/** A name of its own for each source. */
export function namePartFile(source: string, taken: ReadonlySet<string>): string {
  const name = nameSafely(source);
  for (let count = 1; ; count++) {
    const file = count === 1 ? `${name}.log` : `${name}-${count}.log`;
    if (!taken.has(file.toLowerCase())) return file;
  }
}
