// Why a cable does not lead to a terminal: every check with its state, and what to do about the first that is amiss.
import type { Output } from "../../contract/commands.ts";
import { askPerson } from "../ask-person.ts";
import type { Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { withClient } from "../with-terminal.ts";

export interface DoctorOptions {
  readonly port?: string | undefined;
  readonly after?: string | undefined;
  readonly replug: boolean;
}

type Diagnosis = Output<"ports.examine">;

/** Ends with 1 when a check found something wrong. */
export function callDoctor(options: DoctorOptions, voice: Voice): Promise<number> {
  return withClient(async (client, signal) => {
    const question = { port: options.port ?? null, failure: options.after ?? null, seen: null };
    let examined = await client.call("ports.examine", question, signal);
    if (examined.ok && options.replug) {
      await askPerson(voice.words.doctor.replug);
      examined = await client.call("ports.examine", { ...question, seen: [...examined.value.seen] }, signal);
    }
    if (!examined.ok) {
      voice.complain(examined.failure);
      return statusOf(examined.failure);
    }
    voice.show(examined.value, printDiagnosis(examined.value, voice));
    return examined.value.checks.some(({ state }) => state === "wrong") ? exitStatus.findings : exitStatus.done;
  });
}

function printDiagnosis({ checks, first }: Diagnosis, { words, translate }: Voice): string {
  const lines = checks.map(({ state, title, sentence }) => {
    const mark = words.doctor.marks[state];
    return `${mark}  ${translate(title)}: ${translate(sentence)}`;
  });
  const urgent = checks.find(({ id }) => id === first);
  if (!urgent) return [...lines, "", words.doctor.fine].join("\n");
  const steps = urgent.steps.map((step, place) => `  ${place + 1}. ${translate(step)}`);
  return [...lines, "", `${translate(urgent.sentence)}`, ...steps].join("\n");
}
