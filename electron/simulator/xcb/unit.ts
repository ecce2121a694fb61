// A simulated unit behind a bridge: who it is, its files, its log. Names, numbers and addresses are made up; no vendor's
// product is meant.

export interface UnitFile {
  readonly mode: number;
  /** Seconds since 1970. */
  readonly modified: number;
  /** One character per byte. */
  readonly content: string;
}

export interface UnitProfile {
  /** What `devinfo:` says. */
  readonly document: string;
  readonly files: Readonly<Record<string, string>>;
  /** Where an application's data is put, by its name. */
  readonly applications: Readonly<Record<string, string>>;
  /** `LEVEL/TAG: text`, oldest first; each gets a time when it is shown. */
  readonly log: readonly string[];
}

const fileMode = 0o100_644;
export const folderMode = 0o040_755;

export class Unit {
  readonly profile: UnitProfile;
  readonly files = new Map<string, UnitFile>();
  readonly log: string[];
  #listeners = new Set<(line: string) => void>();
  readonly #now: () => number;

  /** `now`: milliseconds since 1970. */
  constructor(profile: UnitProfile, now: () => number) {
    this.profile = profile;
    this.#now = now;
    this.log = [...profile.log];
    for (const [path, content] of Object.entries(profile.files)) this.writeFile(path, content);
  }

  writeFile(path: string, content: string, mode = fileMode): void {
    this.files.set(path, { mode, modified: Math.floor(this.#now() / 1000), content });
  }

  /** The names right under a folder; null when nothing is there. */
  listFolder(path: string): ReadonlyMap<string, UnitFile> | null {
    const prefix = path.endsWith("/") ? path : `${path}/`;
    const names = new Map<string, UnitFile>();
    for (const [other, file] of this.files) {
      if (!other.startsWith(prefix)) continue;
      const [name = "", ...deeper] = other.slice(prefix.length).split("/");
      names.set(name, deeper.length === 0 ? file : { mode: folderMode, modified: file.modified, content: "" });
    }
    return names.size === 0 ? null : names;
  }

  say(line: string): void {
    this.log.push(line);
    for (const listener of [...this.#listeners]) listener(line);
  }

  onLine(listener: (line: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const parameterFile = [
  "; network of the till",
  "[network]",
  "dhcp=0",
  "ip = 192.168.1.31    ; set by the installer",
  "mask = 255.255.255.0",
  "gateway = 192.168.2.1",
  "dns1=192.168.1.1",
  "dns2=",
  "",
  "[host]",
  'address="gw.example.net"',
  "port=7443",
  "tpdu=6000030000",
  "mid=CTDEMO000000001",
  "tid=CT000031",
  "",
  "[print]",
  "copies=2",
  "",
].join("\r\n");

/** The gateway was copied from another shop. */
export const demoUnit: UnitProfile = {
  document: [
    '<?xml version="1.0" encoding="utf-8"?>',
    "<devinfo>",
    "  <manufacturer>Counterpart Demo</manufacturer>",
    "  <model>CT-300</model>",
    "  <sn>CT3-0000311</sn>",
    "  <firmware>2.5.10</firmware>",
    "</devinfo>",
    "",
  ].join("\n"),
  applications: { MAINAPP: "/data/app/MAINAPP/data" },
  files: {
    "/data/app/MAINAPP/data/network.ini": parameterFile,
    "/data/app/MAINAPP/data/logo.bmp": "BM\x1e\0\0\0",
    "/tmp/boot.log": "started\n",
  },
  log: [
    "I/BOOT: unit is up",
    "D/NET: eth0 link up 100Mbps",
    "D/NET: default route via 192.168.2.1",
    "W/NET: no answer from 192.168.2.1",
    "E/PAY: connect gw.example.net:7443: timed out",
  ],
};
