// Everything that is known of one terminal, from wherever -> causes, verdict, advice. Asks nobody.
import type { Input, Output } from "../../contract/commands.ts";
import { advise } from "../../core/diagnosis/advise.ts";
import { diagnose } from "../../core/diagnosis/diagnose.ts";
import { questions } from "../../core/diagnosis/knowledge/questions.ts";
import { causes } from "../../core/logs/knowledge/knowledge.ts";
import { gatherEvidence } from "./gather-evidence.ts";

/** `asked`: ISO 8601, the time of what has none of its own. */
export function reasonFrom(known: Input<"diagnosis.reason">, asked: string | null = null): Output<"diagnosis.reason"> {
  const { stages, answers } = known;
  const { evidence, channel, findings } = gatherEvidence(known);
  const diagnosis = diagnose({ evidence, answers, channel, stages, asked });
  return {
    stages,
    ...diagnosis,
    advice: advise(diagnosis, findings),
    asked: questions.find(({ id }) => id === diagnosis.question) ?? null,
    names: Object.fromEntries(
      causes.filter(({ id }) => diagnosis.causes.some(({ cause }) => cause === id)).map(({ id, name }) => [id, name]),
    ),
  };
}
