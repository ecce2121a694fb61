// npm run docs: the pages of all rules, from the rules themselves.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { printRules } from "../electron/core/findings/print-rules.ts";

const folder = resolve(import.meta.dirname, "../resources/knowledge");

mkdirSync(folder, { recursive: true });
for (const language of ["en", "zh-CN"] as const) {
  writeFileSync(join(folder, `rules.${language}.md`), printRules(language));
}
