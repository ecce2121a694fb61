// What was typed of a pool -> a pool; the other side says what is wrong with it.
import type { Pools } from "./use-sheet.ts";

export interface TypedPool {
  readonly site: string;
  readonly subnet: string;
  readonly ranges: string;
  readonly exclude: string;
  readonly gateway: string;
  readonly dns: string;
}

export const emptyPool: TypedPool = { site: "", subnet: "", ranges: "", exclude: "", gateway: "", dns: "" };

export function readPool(typed: TypedPool): Pools[number] {
  const ranges = listItems(typed.ranges);
  return {
    site: typed.site.trim() === "" ? null : typed.site.trim(),
    subnet: typed.subnet.trim(),
    ...(ranges.length > 0 && { ranges }),
    exclude: listItems(typed.exclude),
    gateway: typed.gateway.trim() === "" ? null : typed.gateway.trim(),
    dns: listItems(typed.dns),
  };
}

/** Between commas, semicolons or spaces, also the Chinese ones; `a - b` is one. */
export function listItems(text: string): string[] {
  return text
    .replace(/\s*[-–~～]\s*/gu, "-")
    .split(/[\s,，;；、]+/u)
    .filter(Boolean);
}
