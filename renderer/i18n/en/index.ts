// What the first screen says; the rest comes with the parts that say it.
import { connectEn } from "./connect.ts";
import type { lateEn } from "./late.ts";
import { shellEn } from "./shell.ts";
import { waitEn } from "./wait.ts";

export const wordsEn = { ...shellEn, ...connectEn, ...waitEn } as const;

/** With those that come later. */
export type Words = typeof wordsEn & typeof lateEn;

export type WordKey = keyof Words;
