// This terminal beside a healthy one, only what differs: settings against its own last good record, all else against what a
// terminal that communicates shows.
import type { Output } from "../../../electron/contract/commands.ts";
import type { InterfaceSettings, NetworkSettings } from "../../../electron/core/settings/network-settings.ts";
import { printField } from "../push/print-field.ts";
import type { Stage } from "./guide.ts";

export type Healthy = Output<"diagnosis.healthy">["healthy"];

export interface Difference {
  readonly id: string;
  readonly kind: "setting" | "stage" | "link" | "signal" | "sim" | "registration" | "clock";
  /** An interface, a target, a field's path; empty for the terminal as a whole. */
  readonly about: string;
  readonly now: string | null;
  /** Null: nothing is set on a healthy one. */
  readonly healthy: string | null;
}

/** As the engine weighs them: 3GPP TS 27.007 8.5, and what data needs. */
const leastCsq = 10;
const unknownCsq = 99;
const leastRsrp = -110;
const leastWifi = -75;
/** Seconds. */
const mostAhead = 300;

export interface Compared {
  readonly settings: NetworkSettings | null;
  readonly stages: readonly Stage[];
  readonly healthy: Healthy;
}

export function compareHealthy({ settings, stages, healthy }: Compared): readonly Difference[] {
  const own = (settings?.interfaces ?? []).filter(({ kind }) => kind !== "loopback" && kind !== "virtual");
  return [
    ...(healthy === null ? [] : compareSettings(own, healthy)),
    ...own.flatMap(compareInterface),
    ...compareClock(settings),
    ...compareStages(stages),
  ];
}

function compareSettings(own: readonly InterfaceSettings[], { values }: NonNullable<Healthy>): readonly Difference[] {
  return values.flatMap(({ interface: name, field, value }) => {
    const here = own.find((one) => one.name === name);
    const now = field === "apn" ? (here?.cellular?.apn ?? null) : printField(here?.ipv4 ?? null, field);
    const id = `${name}.${field}`;
    return (now ?? "") === (value ?? "") ? [] : [{ id, kind: "setting" as const, about: name, now, healthy: value }];
  });
}

function compareInterface({ name, kind, link, wifi, cellular }: InterfaceSettings): readonly Difference[] {
  const found: Difference[] = [];
  const note = (what: Difference["kind"], now: string, good: string): void => {
    found.push({ id: `${name}.${what}`, kind: what, about: name, now, healthy: good });
  };
  if (link === "down" && kind !== "cellular") note("link", "down", "up");
  if (wifi?.signalDbm != null && wifi.signalDbm < leastWifi)
    note("signal", `${wifi.signalDbm} dBm`, `≥ ${leastWifi} dBm`);
  if (cellular == null) return found;
  const { csq, rsrpDbm, sim, registration } = cellular;
  if (rsrpDbm !== null && rsrpDbm < leastRsrp) note("signal", `RSRP ${rsrpDbm} dBm`, `≥ ${leastRsrp} dBm`);
  else if (rsrpDbm === null && csq !== null && csq !== unknownCsq && csq < leastCsq)
    note("signal", `CSQ ${csq}`, `≥ ${leastCsq}`);
  if (sim != null && sim !== "ready") note("sim", sim, "ready");
  if (registration !== null && registration !== "home" && registration !== "roaming" && registration !== "unknown")
    note("registration", registration, "home");
  return found;
}

function compareClock(settings: NetworkSettings | null): readonly Difference[] {
  const ahead = settings?.clock?.aheadSeconds ?? 0;
  if (Math.abs(ahead) <= mostAhead) return [];
  return [
    { id: "clock", kind: "clock", about: "", now: `${ahead > 0 ? "+" : ""}${Math.round(ahead)} s`, healthy: "0 s" },
  ];
}

/** Only what failed: what was skipped after it says nothing. */
function compareStages(stages: readonly Stage[]): readonly Difference[] {
  return stages
    .filter(({ outcome }) => outcome === "failed")
    .map(({ stage, from, target }) => ({
      id: `${from} ${stage} ${target}`,
      kind: "stage" as const,
      about: stage,
      now: "failed",
      healthy: "passed",
    }));
}
