// Field 39 by what it means, which depends on the acquirer and on the generation of its table.
import { type ResponseCode, responseTables } from "./knowledge.ts";

export interface ResponseMeaning {
  readonly code: string;
  /** One entry where all tables asked agree on the group and the cause; several where it is ambiguous. */
  readonly readings: readonly (ResponseCode & {
    readonly acquirer: string;
    readonly generation: string;
    /** Of the tables that have the code, the share that reads it so. */
    readonly share: number;
  })[];
  readonly isAmbiguous: boolean;
}

/** Null for a code that is in no table. Acquirer and generation are those that are known; unknown ones ask all tables. */
export function explainResponseCode(
  code: string,
  known: { readonly acquirer?: string; readonly generation?: string } = {},
): ResponseMeaning | null {
  const { acquirer, generation } = known;
  const tables = responseTables.filter(
    (table) =>
      (acquirer === undefined || table.acquirer === acquirer) &&
      (generation === undefined || table.generation === generation),
  );
  const all = tables.flatMap((table) =>
    table.codes
      .filter((each) => each.code === code)
      .map((each) => ({ ...each, acquirer: table.acquirer, generation: table.generation })),
  );
  const distinct = all.filter(
    (each, index) => all.findIndex((other) => other.group === each.group && other.cause === each.cause) === index,
  );
  const readings = distinct.map((each) => {
    const alike = all.filter((other) => other.group === each.group && other.cause === each.cause);
    return { ...each, share: alike.length / all.length };
  });
  return readings.length === 0 ? null : { code, readings, isAmbiguous: readings.length > 1 };
}
