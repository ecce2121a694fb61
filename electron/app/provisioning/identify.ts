// Which terminal it is: by its own word, and by the label where it says nothing or hides the middle of its number, as modems'
// numbers are hidden everywhere.
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";

/** Failures: `serial-differs`, `serial-untold`. */
export function identify(reported: string | null, scanned: string | null): Result<string> {
  if (reported === null) return scanned === null ? fail(makeFailure("serial-untold")) : succeed(scanned);
  if (scanned === null || scanned === reported) return succeed(reported);
  return isHidden(reported) && fits(reported, scanned)
    ? succeed(scanned)
    : fail(makeFailure("serial-differs", { scanned, reported }));
}

/** A number of which only the ends are told. */
export function isHidden(serialNumber: string): boolean {
  return /^\d{6}\*+\d{4}$/.test(serialNumber);
}

function fits(hidden: string, whole: string): boolean {
  return hidden.length === whole.length && Array.from(hidden).every((one, at) => one === "*" || one === whole[at]);
}
