// One labelled failure: what it is, and how a seed makes one case of it. A case holds only what our readers read: a reading,
// outcomes of stages, lines of a log, codes and answers. Nothing here names a sign.
import type { z } from "zod";
import { diagnosisCommands } from "../../../../electron/contract/diagnosis.ts";
import type { DeepReadonly } from "../../../../electron/core/settings/network-settings.ts";
import { writeLog } from "./log.ts";
import type { Random } from "./random.ts";

const caseSchema = diagnosisCommands["diagnosis.reason"].input;
export type Case = z.infer<typeof caseSchema>;
type Told = DeepReadonly<z.input<typeof caseSchema>>;

/**
 * `C01` to `C31`; `unknown`: nothing or things at odds; `answered`: the host answered and no network cause may be named;
 * `passed`: every stage that could be tried passed; `no-host`: the same, and no host is known.
 */
export type Label = `C${string}` | "unknown" | "answered" | "passed" | "no-host";

export interface Scenario {
  readonly name: string;
  readonly label: Label;
  readonly make: (random: Random) => Case;
}

export interface Story {
  readonly settings?: object | null;
  readonly stages?: Told["stages"];
  readonly lines?: readonly string[];
  /** Answers that every case has, `QUESTION=OPTION`. */
  readonly says?: readonly string[];
  /** Answers that a person may give or not. */
  readonly may?: readonly string[];
  readonly codes?: Told["codes"];
  readonly channel?: Told["channel"];
}

export function label(name: string, right: Label, story: (random: Random) => Story): Scenario {
  return { name, label: right, make: (random) => makeCase(random, story(random)) };
}

function makeCase(random: Random, story: Story): Case {
  const given = [...(story.says ?? []), ...(story.may ?? []).filter(() => random.chance(0.5))];
  const answers = given.map((text) => {
    const [question = "", option = ""] = text.split("=");
    return { question, option };
  });
  const silent = ["since", "others-too", "sometimes"].filter(
    (question) => random.chance(0.2) && !answers.some((answer) => answer.question === question),
  );
  return caseSchema.parse({
    settings: story.settings ?? null,
    stages: story.stages ?? [],
    lines: story.lines === undefined && random.chance(0.4) ? [] : writeLog(random, story.lines ?? []),
    answers: [...answers, ...silent.map((question) => ({ question, option: "unknown" }))],
    codes: story.codes ?? [],
    channel: story.channel ?? null,
  });
}
