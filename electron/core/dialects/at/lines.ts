// What a line of a modem is: the end of an answer, something unasked, or part of the answer that is waited for.
import { describeModemError, type ModemError } from "./errors.ts";

/** The last line of an answer. */
export type Final = { readonly kind: "ok" } | { readonly kind: "error"; readonly error: ModemError };

/** Besides the standard's: SIMCom's and Sierra's for a command that they do not have or that is too long. */
const refusals: ReadonlySet<string> = new Set([
  "ERROR",
  "COMMAND NOT SUPPORT",
  "COMMAND NO RESPONSE!",
  "TOO MANY PARAMETERS",
  "ABORTED",
]);

export function readFinal(line: string): Final | null {
  if (line === "OK") return { kind: "ok" };
  const [, family, told] = /^\+(CME|CMS) ERROR: ?(.*)$/.exec(line) ?? [];
  if (family !== undefined)
    return { kind: "error", error: describeModemError(family === "CME" ? "cme" : "cms", told ?? "") };
  return refusals.has(line) ? { kind: "error", error: describeModemError("plain", line) } : null;
}

/**
 * What modems say unasked, besides `+PREFIX:` lines that are another command's: 3GPP TS 27.007 and 27.005, and the words
 * that modules of several makers start with.
 */
const unasked =
  /^(?:RING|NO CARRIER|NO DIALTONE|NO ANSWER|BUSY|CONNECT|RDY|READY|ready|\^SYSSTART|Call Ready|SMS Ready|SMS DONE|PB DONE|NORMAL POWER DOWN|POWERED DOWN|UNDER-VOLTAGE.*|OVER-VOLTAGE.*|WIFI (?:CONNECTED|GOT IP|DISCONNECT)|busy p\.\.\.|\*PSUTTZ:.*|\*[A-Z]+:.*|\^[A-Z]+:.*|\+C(?:MTI|MT|DS|DSI|BM|RING|LIP|USD|TZV|TZE|TZU|TZ|IEV|GEV|CWA|COLP|SSI|SSU|FUN|MWI|GREG|EREG|REG|5GREG):.*|\+Q(?:IND|IURC|USIM|DTMF):.*|\+(?:CREG|CPIN|NITZ|STKPCI|STIN|PBREADY|UUPSDA|UUPSDD|UREG|SIM|PACSP|EUSBRDY|STC)\b.*)$/;

export function isUnasked(line: string): boolean {
  return unasked.test(line);
}

/** What a command's own lines look like. `null`: it has none. */
export type Shape = { readonly prefix: string } | "text" | null;

export function belongsTo(line: string, shape: Shape): boolean {
  if (shape === null) return false;
  if (shape === "text") return !isUnasked(line);
  return line.startsWith(shape.prefix);
}

/** The fields of `+PREFIX: a,"b,c",,d`: quoted or not, empty ones as "". Quotes that never end take the rest. */
export function splitFields(line: string): readonly string[] {
  const colon = line.indexOf(":");
  const text = colon < 0 ? line : line.slice(colon + 1);
  const fields: string[] = [];
  let field = "";
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === "," && !isQuoted) {
      fields.push(field.trim());
      field = "";
    } else field += character;
  }
  return [...fields, field.trim()];
}
