import type { Failure } from "./failure.ts";

/** What a function that can fail in an expected way returns; it never throws for that. */
export type Result<Value, Why = Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Why };

export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function fail<Why>(failure: Why): { readonly ok: false; readonly failure: Why } {
  return { ok: false, failure };
}
