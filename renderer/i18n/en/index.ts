import { checkEn } from "./check.ts";
import { connectEn } from "./connect.ts";
import type { consoleEn } from "./console.ts";
import type { historyEn } from "./history.ts";
import { logsEn } from "./logs.ts";
import { pushEn } from "./push.ts";
import { settingsEn } from "./settings.ts";
import { shellEn } from "./shell.ts";

export const wordsEn = {
  ...shellEn,
  ...connectEn,
  ...checkEn,
  ...settingsEn,
  ...pushEn,

  ...logsEn,
} as const;

/** With those that come later. */
export type Words = typeof wordsEn & typeof historyEn & typeof consoleEn;

export type WordKey = keyof Words;
