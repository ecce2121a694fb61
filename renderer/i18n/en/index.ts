import { checkEn } from "./check.ts";
import { connectEn } from "./connect.ts";
import { historyEn } from "./history.ts";
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
  ...historyEn,
  ...logsEn,
} as const;

export type WordKey = keyof typeof wordsEn;
