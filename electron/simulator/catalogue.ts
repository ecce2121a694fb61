// The simulated terminals that a person can choose, by the name after `demo:`.
import type { Localized } from "../core/failures/localized.ts";
import { healthyModem, type ModemProfile, modemWithoutApn } from "./at/modem-profile.ts";
import { brokenLinux, healthyLinux } from "./demo-profiles.ts";
import type { MachineProfile } from "./machine/machine-profile.ts";
import { makeDeviceServer } from "./text/device-server.ts";
import { keyValue } from "./text/key-value.ts";
import type { Persona } from "./text/persona.ts";
import { shortAnswers } from "./text/short-answers.ts";
import { zebraSgd } from "./text/zebra-sgd.ts";
import { demoUnit, type UnitProfile } from "./xcb/unit.ts";

export interface CatalogueEntry {
  /** `linux` of `demo:linux`. */
  readonly name: string;
  /** The family whose language it speaks. */
  readonly family: string;
  readonly title: Localized;
  readonly description: Localized;
}

/** A machine with a console, a unit behind a bridge, a modem, or one that is spoken to in lines of text. */
type Demo = CatalogueEntry &
  (
    | { readonly profile: MachineProfile }
    | { readonly unit: UnitProfile }
    | { readonly modem: ModemProfile }
    | { readonly persona: Persona }
  );

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
  {
    name: "at",
    family: "at",
    title: { en: "Demo modem (AT, healthy)", "zh-CN": "演示模块（AT，正常）" },
    description: {
      en: "A mobile modem on LTE whose access point is right.",
      "zh-CN": "一个接入 LTE、接入点正确的移动通信模块。",
    },
    modem: healthyModem,
  },
  {
    name: "at-no-apn",
    family: "at",
    title: { en: "Demo modem (AT, no access point)", "zh-CN": "演示模块（AT，没有接入点）" },
    description: {
      en: "The mobile network has let it in, and no access point (APN) is set. Its card's is pos.example.",
      "zh-CN": "已接入移动网络，但没有设置接入点（APN）。这张卡的接入点是 pos.example。",
    },
    modem: modemWithoutApn,
  },
  {
    name: "zebra-sgd",
    family: "text",
    title: { en: "Demo printer (Zebra SGD)", "zh-CN": "演示打印机（Zebra SGD）" },
    description: {
      en: "Set/Get/Do as the public guides describe it; the default gateway lies in another subnet.",
      "zh-CN": "按公开资料模拟 Set/Get/Do；默认网关在另一个网段。",
    },
    persona: zebraSgd,
  },
  {
    name: "device-server",
    family: "text",
    title: { en: "Demo device server (command line)", "zh-CN": "演示串口服务器（命令行）" },
    description: {
      en: "Echo, pages, and settings that are saved before a restart.",
      "zh-CN": "有回显和分页，设置在重启前需要保存。",
    },
    persona: makeDeviceServer(null),
  },
  {
    name: "key-value",
    family: "text",
    title: { en: "Demo terminal (KEY=VALUE)", "zh-CN": "演示终端（KEY=VALUE）" },
    description: {
      en: "Tells all its settings at once; new ones show after a restart.",
      "zh-CN": "一次列出全部设置；新设置在重启后才显示。",
    },
    persona: keyValue,
  },
  {
    name: "short-answers",
    family: "text",
    title: { en: "Demo terminal (short answers)", "zh-CN": "演示终端（简短应答）" },
    description: {
      en: "No echo and no prompt: a question, a line in answer.",
      "zh-CN": "没有回显，也没有提示符：一问一答。",
    },
    persona: shortAnswers,
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

/** Null when there is no such terminal, or it is no modem. */
export function findDemoModem(name: string): ModemProfile | null {
  const demo = findDemo(name);
  return demo && "modem" in demo ? demo.modem : null;
}

/** Null when there is no such terminal, or none that is spoken to in lines of text. */
export function findDemoPersona(name: string): Persona | null {
  const demo = findDemo(name);
  return demo && "persona" in demo ? demo.persona : null;
}

function findDemo(name: string): Demo | undefined {
  const bare = name.startsWith("demo:") ? name.slice("demo:".length) : name;
  return demos.find((one) => one.name === bare);
}
