// What tells one simulated terminal from another before anybody touches it.
import type { LinkHardware } from "../network/network-stack.ts";

export interface Identity {
  readonly vendor: string;
  readonly model: string;
  readonly serialNumber: string;
  readonly firmware: string;
  /** Where a terminal of this kind says who it is. */
  readonly source: "dmi" | "device-tree";
}

/** What stands at the other end of the network cable. Everything else answers nothing. */
export interface Site {
  readonly router: string;
  readonly nameServers: readonly string[];
  /** Hosts of the shop's network that are switched on. */
  readonly alive: readonly string[];
  /** Host name -> address, as the site's name servers know it. */
  readonly names?: Readonly<Record<string, string>>;
  /** `ADDRESS:PORT` of what takes connections, in the shop and beyond. */
  readonly listening?: readonly string[];
  readonly lease: { readonly address: string; readonly prefixLength: number };
}

export interface MachineProfile {
  readonly hostName: string;
  readonly identity: Identity;
  readonly kernel: { readonly release: string; readonly version: string; readonly machine: string };
  readonly hardware: readonly LinkHardware[];
  readonly site: Site;
  /** Path -> text; on top of what every terminal has. */
  readonly files: Readonly<Record<string, string>>;
  /** Commands that this terminal lacks: `cksum`, `ip`; `ip -j` stands for an `ip` without JSON. */
  readonly without: readonly string[];
  readonly logReader: "journalctl" | "logread" | "none";
  /** Seconds that it has been up when somebody connects first. */
  readonly upFor: number;
}

export const loopback: LinkHardware = {
  name: "lo",
  kind: "loopback",
  mac: "00:00:00:00:00:00",
  mtu: 65536,
  driver: null,
};
