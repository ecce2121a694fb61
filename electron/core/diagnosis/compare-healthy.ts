// A terminal that cannot communicate beside one that can -> where they differ, what tells most first.
//
//   settings, link, radio, stages of both -> pairs of values under one name -> only those that differ
//
// Two terminals of one shop differ in what names each of them: address, hardware address, serial number. That is no difference;
// having the same address is one.
import { z } from "zod";
import { parseIpv4 } from "../settings/ipv4.ts";
import { printNetwork } from "../settings/cidr.ts";
import type { DeepReadonly, InterfaceSettings, NetworkSettings } from "../settings/network-settings.ts";
import { findUsed } from "./plan-stages.ts";
import { type Stage, stageSchema } from "./stage.ts";

export interface HealthyRecord {
  readonly settings: NetworkSettings;
  readonly stages: readonly Stage[];
}

export const differenceSchema = z.object({
  /** `stage`: what the same question came to; `settings`, `radio`, `terminal`: what each of them has. */
  part: z.enum(["settings", "radio", "terminal", "stage"]),
  /** A path of the settings model below the interface that payments take (`ipv4.gateway`), or `STAGE.FROM`. */
  field: z.string(),
  here: z.string().nullable(),
  healthy: z.string().nullable(),
  /** `same`: they share what each must have for itself; `missing`: only the healthy one has it; else `differs`. */
  how: z.enum(["differs", "missing", "same"]),
});

export type Difference = DeepReadonly<z.infer<typeof differenceSchema>>;

interface Pair {
  readonly part: Difference["part"];
  readonly field: string;
  readonly here: string | null;
  readonly healthy: string | null;
}

/** dB: less is how two places of one shop differ. */
const noticeableSignal = 12;
/** CSQ steps of 2 dB. */
const noticeableCsq = 6;
/** Seconds, as the rule `clock.wrong` sees it. */
const noticeableClock = 300;

/** Failed stages first, then settings in the order of the path, then radio and firmware. Empty: nothing differs that could matter. */
export function compareHealthy(here: HealthyRecord, healthy: HealthyRecord): readonly Difference[] {
  const [one, other] = [findUsed(here.settings), findUsed(healthy.settings)];
  return [
    ...compareStages(here.stages, healthy.stages),
    ...shareAddress(one, other),
    ...[...pairSettings(here.settings, healthy.settings), ...pairInterfaces(one, other)].flatMap(tellApart),
    ...compareSignal(one, other),
    ...compareClock(here.settings, healthy.settings),
    ...pairTerminals(here.settings, healthy.settings).flatMap(tellApart),
  ];
}

function tellApart({ part, field, here, healthy }: Pair): readonly Difference[] {
  // What only the suspect has may be what it was given to mend it; what nobody knows of the healthy one is no measure.
  if (here === healthy || healthy === null) return [];
  return [{ part, field, here, healthy, how: here === null || here === "" ? "missing" : "differs" }];
}

function compareStages(here: readonly Stage[], healthy: readonly Stage[]): readonly Difference[] {
  return stageSchema.shape.stage.options.flatMap((stage) =>
    (["terminal", "pc"] as const).flatMap((from) => {
      const [one, other] = [sumUp(here, stage, from), sumUp(healthy, stage, from)];
      // A stage that was not tried here tells nothing of itself; the one before it does.
      if (one === null || other === null || one === other) return [];
      return [
        { part: "stage" as const, field: `${stage}.${from}`, here: one, healthy: other, how: "differs" as const },
      ];
    }),
  );
}

/** `failed` where any target failed. Null: not tried, or the terminal cannot. */
function sumUp(stages: readonly Stage[], stage: Stage["stage"], from: Stage["from"]): "passed" | "failed" | null {
  const outcomes = stages.filter((each) => each.stage === stage && each.from === from).map(({ outcome }) => outcome);
  if (outcomes.includes("failed")) return "failed";
  return outcomes.includes("passed") ? "passed" : null;
}

function shareAddress(one: InterfaceSettings | null, other: InterfaceSettings | null): readonly Difference[] {
  return [
    ...share("settings", "ipv4.address", [readAddress(one), readAddress(other)]),
    ...share("settings", "mac", [one?.mac?.toLowerCase() ?? null, other?.mac?.toLowerCase() ?? null]),
  ];
}

function share(part: Pair["part"], field: string, [here, healthy]: readonly [string | null, string | null]) {
  return here === null || here !== healthy ? [] : [{ part, field, here, healthy, how: "same" as const }];
}

function readAddress(one: InterfaceSettings | null): string | null {
  return one?.running?.ipv4?.address ?? one?.ipv4?.address ?? null;
}

function pairInterfaces(one: InterfaceSettings | null, other: InterfaceSettings | null): readonly Pair[] {
  const pair = (part: Pair["part"], field: string, read: (from: InterfaceSettings) => unknown): Pair => ({
    part,
    field,
    here: print(one === null ? null : read(one)),
    healthy: print(other === null ? null : read(other)),
  });
  return [
    pair("settings", "kind", ({ kind }) => kind),
    pair("settings", "link", ({ link }) => link),
    pair("settings", "ipv4.method", ({ ipv4 }) => ipv4?.method),
    pair("settings", "ipv4.network", readNetwork),
    pair("settings", "ipv4.prefixLength", ({ ipv4, running }) => ipv4?.prefixLength ?? running?.ipv4?.prefixLength),
    pair("settings", "ipv4.gateway", ({ ipv4, running }) => ipv4?.gateway ?? running?.ipv4?.gateway),
    pair("settings", "mtu", ({ mtu }) => mtu),
    pair("settings", "manager", ({ manager }) => manager),
    pair("radio", "wifi.ssid", ({ wifi }) => wifi?.ssid),
    pair("radio", "wifi.security", ({ wifi }) => wifi?.security),
    pair("radio", "cellular.sim", ({ cellular }) => cellular?.sim),
    pair("radio", "cellular.registration", ({ cellular }) => cellular?.registration),
    pair("radio", "cellular.operator", ({ cellular }) => cellular?.operator),
    pair("radio", "cellular.technology", ({ cellular }) => cellular?.technology),
    pair("settings", "cellular.apn", ({ cellular }) => cellular?.apn),
    pair("settings", "cellular.pdpType", ({ cellular }) => cellular?.pdpType),
    pair("settings", "cellular.authentication", ({ cellular }) => cellular?.authentication),
    pair("settings", "ppp.dialNumber", ({ ppp }) => ppp?.dialNumber),
  ];
}

function readNetwork(one: InterfaceSettings): string | null {
  const address = parseIpv4(readAddress(one) ?? "");
  const prefixLength = one.running?.ipv4?.prefixLength ?? one.ipv4?.prefixLength ?? null;
  return address.ok && prefixLength !== null && prefixLength <= 32
    ? printNetwork({ address: address.value, prefixLength })
    : null;
}

function pairSettings(here: NetworkSettings, healthy: NetworkSettings): readonly Pair[] {
  const pair = (field: string, read: (from: NetworkSettings) => unknown): Pair => ({
    part: "settings",
    field,
    here: print(read(here)),
    healthy: print(read(healthy)),
  });
  return [
    pair("nameServers", ({ nameServers }) => nameServers.map(({ address }) => address)),
    pair("hosts", ({ hosts }) =>
      hosts.map(({ host, port, tls }) => `${tls === true ? "tls:" : ""}${host}:${port ?? "?"}`).toSorted(),
    ),
    pair("tpdu", ({ tpdu }) => tpdu),
  ];
}

/** Another model has another firmware; that is no difference. */
function pairTerminals({ terminal: here }: NetworkSettings, { terminal: healthy }: NetworkSettings): readonly Pair[] {
  if (here == null || healthy == null) return [];
  const isOther = here.vendor !== healthy.vendor || here.model !== healthy.model;
  return isOther
    ? [{ part: "terminal", field: "model", here: here.model, healthy: healthy.model }]
    : [{ part: "terminal", field: "firmware", here: here.firmware, healthy: healthy.firmware }];
}

function compareSignal(one: InterfaceSettings | null, other: InterfaceSettings | null): readonly Difference[] {
  const csqOf = (csq: number | null | undefined): number | null => (csq == null || csq === 99 ? null : csq);
  return [
    ...weaker("wifi.signalDbm", [one?.wifi?.signalDbm, other?.wifi?.signalDbm], noticeableSignal),
    ...weaker("cellular.rsrpDbm", [one?.cellular?.rsrpDbm, other?.cellular?.rsrpDbm], noticeableSignal),
    ...weaker("cellular.csq", [csqOf(one?.cellular?.csq), csqOf(other?.cellular?.csq)], noticeableCsq),
  ];
}

type Signals = readonly [number | null | undefined, number | null | undefined];

/** A better signal than the healthy one's explains nothing. */
function weaker(field: string, [here, healthy]: Signals, noticeable: number): readonly Difference[] {
  if (here == null || healthy == null || healthy - here < noticeable) return [];
  return [{ part: "radio", field, here: String(here), healthy: String(healthy), how: "differs" }];
}

function compareClock({ clock: here }: NetworkSettings, { clock: healthy }: NetworkSettings): readonly Difference[] {
  const [one, other] = [here?.aheadSeconds ?? null, healthy?.aheadSeconds ?? null];
  if (one === null || other === null || Math.abs(one - other) <= noticeableClock) return [];
  return [{ part: "settings", field: "clock.aheadSeconds", here: `${one} s`, healthy: `${other} s`, how: "differs" }];
}

function print(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(" ");
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
