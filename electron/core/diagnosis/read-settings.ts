// A reading and what the rules find in it -> evidence: findings, radio, clock.
import type { Finding } from "../findings/finding.ts";
import type { InterfaceSettings, NetworkSettings } from "../settings/network-settings.ts";
import type { Channel, Evidence } from "./evidence.ts";
import { ruleCauses } from "./knowledge/rule-causes.ts";
import { signs } from "./knowledge/signs.ts";
import { nameChannel } from "./read-stages.ts";
import { findUsed } from "./plan-stages.ts";

/** Seconds. As the rule `clock.wrong` sees it. */
const day = 86_400;
const noticeable = 300;
/** 3GPP TS 27.007 8.5: 10 is -93 dBm; below it data stalls. 99 is unknown, not weak. */
const weakCsq = 10;
const unknownCsq = 99;
const weakRsrp = -110;
const weakWifi = -75;

export function readSettings(settings: NetworkSettings, findings: readonly Finding[]): readonly Evidence[] {
  const used = findUsed(settings);
  return [
    ...readFindings(findings, settings, used),
    ...(findings.some(({ severity }) => severity === "error") ? [] : [see("settings.healthy", "settings", null)]),
    ...(used === null ? [] : readPort(used)),
    ...settings.interfaces.flatMap((one) => readRadio(one, one === used || used === null)),
    ...readClock(settings.clock?.aheadSeconds ?? null),
  ];
}

export interface Way {
  /** As the person names it. */
  readonly told: Channel | null;
  /** The same, or as the settings show it. */
  readonly found: Channel | null;
}

/** Which way the terminal pays leaves out what only other ways have; one that it does not have is wrong itself. */
export function readWay(settings: NetworkSettings | null, { told, found }: Way): readonly Evidence[] {
  const ways = (settings?.interfaces ?? []).map(({ kind }) => nameChannel(kind)).filter((way) => way !== null);
  if (told !== null && ways.length > 0 && !ways.includes(told))
    return [see("settings.channel-absent", "settings", ways.join(" "))];
  return found === null ? [] : [see(`way.${found}`, told === null ? "settings" : "person", null)];
}

/** Without an address there is no stage to try for one: the reading itself says that none came. */
function readPort({ kind, link, ipv4, running }: InterfaceSettings): readonly Evidence[] {
  const isCable = kind === "ethernet" || kind === null;
  const address = running?.ipv4?.address ?? ipv4?.address ?? null;
  return [
    ...(isCable && link === "down" ? [see("settings.link-down", "settings", null)] : []),
    ...(isCable && link === "up" && ipv4?.method === "dhcp" && address === null
      ? [see("stage.address.absent-dhcp", "settings", null)]
      : []),
    // A server that gave the address gave mask and gateway with it.
    ...(ipv4?.method === "dhcp" && address !== null && !address.startsWith("169.254.")
      ? [see("settings.address-given", "settings", address)]
      : []),
  ];
}

/** What is wrong with an interface that no payment takes weighs little. */
function readFindings(
  findings: readonly Finding[],
  { interfaces }: NetworkSettings,
  used: InterfaceSettings | null,
): readonly Evidence[] {
  return findings.flatMap(({ rule, severity, message, evidence, interface: name }) => {
    const cause = ruleCauses.get(rule) ?? null;
    if (cause === null) return [];
    const about = interfaces.find((one) => one.name === name) ?? null;
    const isBeside = about !== null && used !== null && about.name !== used.name;
    return [
      {
        sign: `rule/${cause}/${severity}`,
        source: "settings" as const,
        says: message,
        quote: quoteValues(evidence),
        at: null,
        channel: nameChannel(about?.kind ?? null),
        attempt: "this" as const,
        weight: isBeside ? 0.3 : 1,
      },
    ];
  });
}

function quoteValues(evidence: Finding["evidence"]): string | null {
  const parts = Object.entries(evidence).map(
    ([name, value]) => `${name}=${Array.isArray(value) ? value.join(",") : String(value)}`,
  );
  return parts.length === 0 ? null : parts.join(" ").slice(0, 1000);
}

function readRadio({ wifi, cellular, kind, running, ipv4 }: InterfaceSettings, isUsed: boolean): readonly Evidence[] {
  if (!isUsed) return [];
  const found: Evidence[] = [];
  if (wifi?.signalDbm != null)
    found.push(
      see(wifi.signalDbm < weakWifi ? "radio.wifi-weak" : "radio.wifi-fine", "radio", `${wifi.signalDbm} dBm`),
    );
  if (kind !== "cellular" || cellular == null) return found;
  const { csq, rsrpDbm, registration, apn, sim } = cellular;
  if (rsrpDbm !== null)
    found.push(see(rsrpDbm < weakRsrp ? "radio.csq-weak" : "radio.csq-fine", "radio", `RSRP ${rsrpDbm} dBm`));
  else if (csq !== null && csq !== unknownCsq)
    found.push(see(csq < weakCsq ? "radio.csq-weak" : "radio.csq-fine", "radio", `CSQ ${csq}`));
  if (sim === "absent") found.push(see("radio.sim-absent", "radio", null));
  if (sim === "pin" || sim === "puk") found.push(see("radio.sim-locked", "radio", sim.toUpperCase()));
  if (sim === "ready") found.push(see("radio.sim-ready", "radio", null));
  if (registration === "denied") found.push(see("radio.denied", "radio", null));
  if (registration === "searching" || registration === "not-registered")
    found.push(see("radio.searching", "radio", null));
  const isIn = registration === "home" || registration === "roaming";
  if (isIn) {
    const hasData = (running?.ipv4?.address ?? ipv4?.address ?? null) !== null;
    found.push(see(hasData ? "radio.registered" : "radio.registered-no-data", "radio", null));
  }
  if (apn === "") found.push(see("radio.apn-empty", "settings", null));
  return found;
}

function readClock(ahead: number | null): readonly Evidence[] {
  if (ahead === null) return [];
  const off = Math.abs(ahead);
  const sign = off >= day ? "clock.days-off" : off > noticeable ? "clock.minutes-off" : "clock.right";
  return [see(sign, "clock", `${Math.round(ahead)} s`)];
}

/** A sign of the table, as seen now. */
export function see(sign: string, source: Evidence["source"], quote: string | null): Evidence {
  const says = signs.get(sign)?.says ?? { en: sign, "zh-CN": sign };
  return { sign, source, says, quote, at: null, channel: null, attempt: "this", weight: 1 };
}
