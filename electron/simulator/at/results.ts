// How a modem ends an answer: ITU-T V.250 5.7.1, 3GPP TS 27.007 9.1 and 9.2.
export type ResultCode =
  | { readonly kind: "ok" | "connect" | "no-carrier" | "none" }
  | { readonly kind: "cme"; readonly code: number }
  /** As somebody wants it said. */
  | { readonly kind: "words"; readonly words: string };

const errorWords: Readonly<Record<number, string>> = {
  3: "operation not allowed",
  4: "operation not supported",
  10: "SIM not inserted",
  11: "SIM PIN required",
  12: "SIM PUK required",
  16: "incorrect password",
  30: "no network service",
  50: "incorrect parameters",
  100: "unknown",
  133: "requested service option not subscribed",
  148: "unspecified GPRS error",
  149: "PDP authentication failure",
};

const plain = { ok: ["OK", "0"], connect: ["CONNECT 115200", "1"], "no-carrier": ["NO CARRIER", "3"] } as const;

/** `errors`: AT+CMEE. */
export function printResult(result: ResultCode, { isVerbose, errors }: { isVerbose: boolean; errors: number }): string {
  const frame = ([verbose, numeric]: readonly [string, string]): string =>
    isVerbose ? `\r\n${verbose}\r\n` : `${numeric}\r`;
  if (result.kind === "none") return "";
  if (result.kind === "words") return `\r\n${result.words}\r\n`;
  if (result.kind !== "cme") return frame(plain[result.kind]);
  // A command that is not there is plain ERROR on most modems.
  if (errors === 0 || result.code === 100) return frame(["ERROR", "4"]);
  return `\r\n+CME ERROR: ${errors === 2 ? (errorWords[result.code] ?? "unknown") : result.code}\r\n`;
}
