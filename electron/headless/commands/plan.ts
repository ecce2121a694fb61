// What would change, shown; `push` goes on from here.
import type { Planned } from "../../contract/planned.ts";
import { fail, type Result } from "../../core/failures/result.ts";
import { printAssignment } from "../../core/settings/assignment.ts";
import { readTypedAssignment } from "../../core/settings/typed-assignment.ts";
import type { Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { type PortOptions, readSecrets, usage } from "../options.ts";
import { printPlan } from "../print-report.ts";
import { type Connected, withTerminal } from "../with-terminal.ts";

export interface PlanOptions extends PortOptions {
  readonly set: readonly string[];
  readonly setSecret: readonly string[];
  readonly fix: boolean;
}

export async function showPlan(options: PlanOptions, voice: Voice): Promise<number> {
  return withPlan(options, voice, async (plan) => {
    voice.show(plan, printPlan(plan, voice));
    return plan.refusedBy.length > 0 ? exitStatus.refused : exitStatus.done;
  });
}

export async function withPlan(
  options: PlanOptions,
  voice: Voice,
  job: (plan: Planned, connected: Connected) => Promise<number>,
): Promise<number> {
  const wanted = readWanted(options, voice);
  if (!wanted.ok) return complain(wanted.failure, voice);
  return withTerminal(options, voice, async (connected) => {
    const { client, session, signal } = connected;
    const plan = await client.call("plan.make", { session, set: [...wanted.value], fix: options.fix }, signal);
    return plan.ok ? job(plan.value, connected) : complain(plan.failure, voice);
  });
}

function readWanted(options: PlanOptions, voice: Voice): Result<readonly string[]> {
  const secrets = readSecrets(options.setSecret, voice);
  if (!secrets.ok) return secrets;
  const typed: string[] = [];
  for (const text of options.set) {
    const read = readTypedAssignment(text);
    if (!read.ok) return read;
    for (const { message } of read.value.notes) voice.say(voice.translate(message));
    typed.push(printAssignment(read.value.value));
  }
  const set = [...typed, ...secrets.value];
  return set.length > 0 || options.fix ? { ok: true, value: set } : fail(usage("--set", voice.words.nothingWanted));
}

function complain(failure: Parameters<Voice["complain"]>[0], voice: Voice): number {
  voice.complain(failure);
  return statusOf(failure);
}
