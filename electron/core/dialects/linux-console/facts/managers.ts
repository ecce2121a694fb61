// Who keeps an interface's settings. A manager is named only when it says itself that it has the interface;
// a daemon that merely runs does not count, save where it owns every interface.
import type { Manager } from "../../../settings/network-settings.ts";
import type { Stanza } from "./interfaces-file.ts";
import type { Link } from "./link.ts";
import type { Sections } from "./sections.ts";
import { readUci } from "./uci.ts";

export interface Claims {
  readonly managerOf: (link: Link) => Manager | null;
  /** Whether a DHCP client was started for the interface. */
  readonly hasDhcpClient: (link: Link) => boolean;
}

const dhcpClients = ["udhcpc", "dhclient", "dhcpcd"];

export function readClaims(sections: Sections, stanzas: readonly Stanza[]): Claims {
  const running = (sections.get("m") ?? "").split("\n").map((line) => line.trim().split(/\s+/));
  const networkManager = readIndexes(sections.get("nm"), /^(\d+):(?:managed=(?:true|1)|connection-uuid=\S)/);
  const networkd = readIndexes(sections.get("n"), /^(\d+):NETWORK_FILE=\S/);
  const daemons = new Set(running.map(([name]) => name));
  const uci = sections.get("u") ?? "";

  function hasDhcpClient(link: Link): boolean {
    return running.some(
      ([name = "", ...words]) => dhcpClients.includes(name) && words.some((word) => word === link.name),
    );
  }

  function managerOf(link: Link): Manager | null {
    if (link.index !== null && networkManager.has(link.index)) return "networkmanager";
    if (link.index !== null && networkd.has(link.index)) return "systemd-networkd";
    if (stanzas.some((stanza) => stanza.interface === link.name && stanza.method !== "manual")) return "ifupdown";
    if (readUci(uci, link.name) !== null) return "openwrt-uci";
    if (daemons.has("connmand")) return "connman";
    return daemons.has("udhcpc") && hasDhcpClient(link) ? "busybox-udhcpc" : null;
  }

  return { managerOf, hasDhcpClient };
}

function readIndexes(section: string | null, pattern: RegExp): ReadonlySet<number> {
  return new Set(
    (section ?? "")
      .split("\n")
      .flatMap((line) => pattern.exec(line)?.[1] ?? [])
      .map(Number),
  );
}
