import { checkEn } from "./check.ts";
import { connectEn } from "./connect.ts";
import type { historyEn } from "./history.ts";
import type { logsEn } from "./logs.ts";
import { pushEn } from "./push.ts";
import { settingsEn } from "./settings.ts";
import { shellEn } from "./shell.ts";
import type { viewerEn } from "./viewer.ts";

export const wordsEn = {
  ...shellEn,
  ...connectEn,
  ...checkEn,
  ...settingsEn,
  ...pushEn,
} as const;

/** With those that come later. */
export type Words = typeof wordsEn & typeof historyEn & typeof logsEn & typeof viewerEn;

export type WordKey = keyof Words;
