import type { wordsEn } from "../en/index.ts";
import { connectZhCn } from "./connect.ts";
import { shellZhCn } from "./shell.ts";
import { waitZhCn } from "./wait.ts";

export const wordsZhCn: Readonly<Record<keyof typeof wordsEn, string>> = { ...shellZhCn, ...connectZhCn, ...waitZhCn };
