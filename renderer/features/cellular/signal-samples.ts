// What a modem told of its signal, as one line over time: RSRP where it tells that, else CSQ in dBm.
import type { Output } from "../../../electron/contract/commands.ts";

type Told = Output<"terminal.signal">;

export interface Sample {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null: not known at that moment, which is a gap and not a weak signal. */
  readonly dbm: number | null;
}

export type Scale = "rsrp" | "csq";

/** Below these a signal is called weak; the rules say the same (3GPP TS 27.007 8.5: CSQ 10 is -93 dBm). */
export const weakBelow: Readonly<Record<Scale, number>> = { rsrp: -110, csq: -93 };

/** The ends of what is told: RSRP -140 to -44 dBm, CSQ -113 to -51 dBm. */
export const ends: Readonly<Record<Scale, readonly [number, number]>> = { rsrp: [-140, -44], csq: [-113, -51] };

export function readScale({ rsrpDbm }: Told): Scale {
  return rsrpDbm === null ? "csq" : "rsrp";
}

export function readDbm({ csq, rsrpDbm }: Told): number | null {
  if (rsrpDbm !== null) return rsrpDbm;
  return csq === null || csq > 31 ? null : -113 + 2 * csq;
}

/** Five minutes are more than fits on a screen. */
const most = 150;

export function addSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  return [...samples, sample].slice(-most);
}

export interface Spread {
  readonly now: number;
  readonly least: number;
  readonly most: number;
  readonly seconds: number;
}

/** Null when nothing is known. */
export function findSpread(samples: readonly Sample[]): Spread | null {
  const known = samples.flatMap(({ dbm }) => (dbm === null ? [] : [dbm]));
  const now = samples.at(-1)?.dbm ?? null;
  const first = samples[0];
  const last = samples.at(-1);
  if (now === null || first === undefined || last === undefined) return null;
  const seconds = Math.round((last.at - first.at) / 1000);
  return { now, least: Math.min(...known), most: Math.max(...known), seconds };
}
