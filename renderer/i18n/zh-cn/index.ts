import type { wordsEn } from "../en/index.ts";
import { checkZhCn } from "./check.ts";
import { connectZhCn } from "./connect.ts";
import { pushZhCn } from "./push.ts";
import { settingsZhCn } from "./settings.ts";
import { shellZhCn } from "./shell.ts";

export const wordsZhCn: Readonly<Record<keyof typeof wordsEn, string>> = {
  ...shellZhCn,
  ...connectZhCn,
  ...checkZhCn,
  ...settingsZhCn,
  ...pushZhCn,
};
