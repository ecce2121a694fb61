// A host's response code -> evidence. A code that is of this attempt clears the network of its channel: see reason.ts.
import { explainResponseCode } from "../logs/knowledge/response-code.ts";
import type { Channel, Evidence } from "./evidence.ts";

export interface HostCode {
  /** Two characters of ISO 8583 field 39. */
  readonly code: string;
  readonly acquirer?: string | undefined;
  readonly generation?: string | undefined;
  readonly channel: Channel | null;
  readonly attempt: "this" | "earlier";
  /** `wire`: read in a log; `person`: told from the screen or a receipt. */
  readonly seen: "wire" | "person";
  /** ISO 8601; null: now. */
  readonly at: string | null;
  /** The line that holds it, masked. */
  readonly quote: string | null;
}

/** Empty for a code that no table has: it may be the terminal's own. */
export function readCode(host: HostCode): readonly Evidence[] {
  const code = host.code.trim().toUpperCase();
  const meaning = explainResponseCode(code, {
    ...(host.acquirer === undefined ? {} : { acquirer: host.acquirer }),
    ...(host.generation === undefined ? {} : { generation: host.generation }),
  });
  if (meaning === null) return [];
  const share = { source: "host" as const, at: host.at, channel: host.channel, attempt: host.attempt };
  const quote = host.quote ?? code;
  const sure = host.seen === "wire" ? 1 : 0.9;
  return meaning.readings.map((reading) => ({
    ...share,
    sign: reading.cause === null ? "code/none" : `code/${reading.cause}`,
    says: reading.meaning,
    quote,
    // Where tables differ, each reading speaks with the voice of those that agree with it.
    weight: sure * reading.share,
  }));
}
