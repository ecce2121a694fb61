import type { Translate } from "../../i18n/translate.ts";

/** Whose table of a host's answers it is, and of which generation. */
export function sayTable(acquirer: string, generation: string | null, say: Translate): string {
  const name = acquirer === "unionpay" ? say("codes.unionpay") : acquirer === "iso8583" ? "ISO 8583" : acquirer;
  if (generation === "older" || generation === "newer") return say(`codes.table-${generation}`, { acquirer: name });
  return name;
}
