// Everything that is known of one terminal, from wherever -> causes, verdict, advice. Asks nobody.
import type { Input, Output } from "../../contract/commands.ts";
import { advise } from "../../core/diagnosis/advise.ts";
import { diagnose } from "../../core/diagnosis/diagnose.ts";
import { readCode } from "../../core/diagnosis/read-code.ts";
import { readLogs } from "../../core/diagnosis/read-logs.ts";
import { readSettings, readWay } from "../../core/diagnosis/read-settings.ts";
import { nameChannel, readStages } from "../../core/diagnosis/read-stages.ts";
import { findUsed } from "../../core/diagnosis/plan-stages.ts";
import { questions } from "../../core/diagnosis/knowledge/questions.ts";
import { causes } from "../../core/logs/knowledge/knowledge.ts";
import { check } from "../../core/findings/check.ts";

export function reasonFrom(known: Input<"diagnosis.reason">): Output<"diagnosis.reason"> {
  const { settings, stages, lines, answers, codes } = known;
  const channel = known.channel ?? nameChannel(settings === null ? null : (findUsed(settings)?.kind ?? null));
  const findings = settings === null ? [] : check(settings, {});
  const evidence = [
    ...(settings === null ? [] : readSettings(settings, findings)),
    ...readStages(stages, settings),
    ...readLogs(lines, channel),
    ...readWay(settings, { told: known.channel, found: channel }),
    ...codes.flatMap(({ code, acquirer, attempt, channel: way }) =>
      readCode({
        code,
        ...(acquirer === null ? {} : { acquirer }),
        channel: way ?? channel,
        attempt,
        seen: "person",
        at: null,
        quote: null,
      }),
    ),
  ];
  const diagnosis = diagnose({ evidence, answers, channel, stages });
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
