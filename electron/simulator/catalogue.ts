// The simulated terminals that a person can choose, by the name after `demo:`.
import type { Localized } from "../core/failures/localized.ts";
import { brokenLinux, healthyLinux } from "./demo-profiles.ts";
import type { MachineProfile } from "./machine/machine-profile.ts";
import { demoUnit, type UnitProfile } from "./xcb/unit.ts";

export interface CatalogueEntry {
  /** `linux` of `demo:linux`. */
  readonly name: string;
  /** The family whose language it speaks. */
  readonly family: string;
  readonly title: Localized;
  readonly description: Localized;
}

/** A machine with a console, or a unit behind a bridge. */
type Demo = CatalogueEntry & ({ readonly profile: MachineProfile } | { readonly unit: UnitProfile });

const demos: readonly Demo[] = [
  {
    name: "linux",
    family: "linux-console",
    title: { en: "Demo terminal (Linux, healthy)", "zh-CN": "演示终端（Linux，正常）" },
    description: {
      en: "A Linux terminal whose network settings are right.",
      "zh-CN": "一台网络设置正确的 Linux 终端。",
    },
    profile: healthyLinux,
  },
  {
    name: "linux-broken",
    family: "linux-console",
    title: { en: "Demo terminal (Linux, cannot reach its host)", "zh-CN": "演示终端（Linux，通信连接失败）" },
    description: {
      en: "Its default gateway lies in another subnet and one of its name servers is dead.",
      "zh-CN": "默认网关在另一个网段，其中一个 DNS 服务器没有应答。",
    },
    profile: brokenLinux,
  },
  {
    name: "xcb",
    family: "xcb",
    title: { en: "Demo terminal (XCB, cannot reach its host)", "zh-CN": "演示终端（XCB，通信连接失败）" },
    description: {
      en: "Its settings are in a parameter file; the default gateway lies in another subnet.",
      "zh-CN": "它的设置在一个参数文件里；默认网关在另一个网段。",
    },
    unit: demoUnit,
  },
];

export function listDemoTerminals(): readonly CatalogueEntry[] {
  return demos.map(({ name, family, title, description }) => ({ name, family, title, description }));
}

/** Null when there is no such terminal, or none with a console. Takes `linux` and `demo:linux`. `digits`: see `renumber`. */
export function findDemoProfile(name: string, digits: string | null = null): MachineProfile | null {
  const demo = findDemo(name);
  if (!demo || !("profile" in demo)) return null;
  const { profile } = demo;
  const { serialNumber } = profile.identity;
  return { ...profile, identity: { ...profile.identity, serialNumber: renumber(serialNumber, digits) } };
}

/** Null when there is no such terminal, or none behind a bridge. */
export function findDemoUnit(name: string, digits: string | null = null): UnitProfile | null {
  const demo = findDemo(name);
  if (!demo || !("unit" in demo)) return null;
  const { unit } = demo;
  return { ...unit, document: unit.document.replace(/(?<=<sn>)[^<]*/, (own) => renumber(own, digits)) };
}

/** A terminal that begins anew is another one than the last of its kind: its serial number ends in these digits. */
function renumber(own: string, digits: string | null): string {
  return digits === null ? own : `${own.slice(0, -digits.length)}${digits}`;
}

function findDemo(name: string): Demo | undefined {
  const bare = name.startsWith("demo:") ? name.slice("demo:".length) : name;
  return demos.find((one) => one.name === bare);
}
