import type { wordsEn } from "../en/index.ts";
import { connectZhCn } from "./connect.ts";
import { shellZhCn } from "./shell.ts";

export const wordsZhCn: Readonly<Record<keyof typeof wordsEn, string>> = { ...shellZhCn, ...connectZhCn };
