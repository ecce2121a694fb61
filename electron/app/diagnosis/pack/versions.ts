// What made a pack: the app, and the knowledge that it reasoned with. Another knowledge may come to another cause.
import { measured } from "../../../core/diagnosis/believe.ts";
import { adviceByCause } from "../../../core/diagnosis/knowledge/advice.ts";
import { codeTables } from "../../../core/diagnosis/knowledge/code-tables.ts";
import { questions } from "../../../core/diagnosis/knowledge/questions.ts";
import { ruleCauses } from "../../../core/diagnosis/knowledge/rule-causes.ts";
import { signs } from "../../../core/diagnosis/knowledge/signs.ts";
import { causes, logPatterns, responseTables } from "../../../core/logs/knowledge/knowledge.ts";
import { digestJson } from "../../../core/plans/basis-digest.ts";
import { appVersion } from "../../app-version.ts";

interface Versions {
  readonly app: string;
  /** The first 16 characters of the digest of all tables. */
  readonly knowledge: string;
}

export function readVersions(): Versions {
  const tables = [causes, logPatterns, responseTables, codeTables, questions, measured];
  const maps = [signs, ruleCauses, adviceByCause].map((map) => [...map]);
  return { app: appVersion, knowledge: digestJson([...tables, ...maps]).slice(0, 16) };
}
