// Which .network file and drop-ins systemd-networkd uses for a link (`networkctl status` tells the same).
import type { Link } from "./link.ts";
import { readList, type UnitTexts } from "./networkd-unit.ts";
import type { Sections } from "./sections.ts";

export interface PlacedUnits {
  /** The .network file, then its drop-ins in the order in which they are read. */
  readonly paths: readonly [string, ...string[]];
  readonly texts: UnitTexts;
  /** Whether it names this interface and no other. */
  readonly isOwn: boolean;
}

export function findUnits(sections: Sections, link: Pick<Link, "index" | "name" | "mac">): PlacedUnits | null {
  const path = new RegExp(`^${link.index ?? "-"}:NETWORK_FILE=(\\S+)$`, "m").exec(sections.get("n") ?? "")?.[1];
  const main = path === undefined ? undefined : sections.files.get(path);
  if (path === undefined || main === undefined) return null;
  const dropIns = findDropIns(sections.files, path);
  const texts: UnitTexts = [main, ...dropIns.map((each) => sections.files.get(each) ?? "")];
  const names = readList(texts, "Match", "Name");
  const addresses = readList(texts, "Match", "MACAddress");
  const isNamed = names.length === 1 && names[0] === link.name;
  const isAddressed = names.length === 0 && addresses.length === 1 && addresses[0]?.toLowerCase() === link.mac;
  return { paths: [path, ...dropIns], texts, isOwn: isNamed || isAddressed };
}

/** By file name; of two with one name that in /etc counts, then that in /run. */
function findDropIns(files: ReadonlyMap<string, string>, path: string): readonly string[] {
  const folder = `${path.slice(path.lastIndexOf("/") + 1)}.d`;
  const byName = new Map<string, string>();
  for (const root of ["/usr/lib", "/run", "/etc"]) {
    const start = `${root}/systemd/network/${folder}/`;
    for (const each of files.keys()) if (each.startsWith(start)) byName.set(each.slice(start.length), each);
  }
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}
