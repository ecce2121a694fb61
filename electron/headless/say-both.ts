import type { Localized } from "../core/failures/localized.ts";
import { fill } from "./console-voice.ts";

/** One line in both languages, on standard error. */
export function sayBoth(text: Localized, values: Readonly<Record<string, string | number>> = {}): void {
  process.stderr.write(`${fill(text["zh-CN"], values)} ${fill(text.en, values)}\n`);
}
