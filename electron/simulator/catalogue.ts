// The simulated terminals that a person can choose, by the name after `demo:`.
import type { Localized } from "../core/failures/localized.ts";
import { brokenLinux, healthyLinux } from "./demo-profiles.ts";
import type { MachineProfile } from "./machine/machine-profile.ts";

export interface CatalogueEntry {
  /** `linux` of `demo:linux`. */
  readonly name: string;
  /** The family whose language it speaks. */
  readonly family: "linux-console";
  readonly title: Localized;
  readonly description: Localized;
}

interface Demo extends CatalogueEntry {
  readonly profile: MachineProfile;
}

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
];

export function listDemoTerminals(): readonly CatalogueEntry[] {
  return demos.map(({ name, family, title, description }) => ({ name, family, title, description }));
}

/** Null when there is no such terminal. Takes `linux` and `demo:linux`. */
export function findDemoProfile(name: string): MachineProfile | null {
  const bare = name.startsWith("demo:") ? name.slice("demo:".length) : name;
  return demos.find((one) => one.name === bare)?.profile ?? null;
}
