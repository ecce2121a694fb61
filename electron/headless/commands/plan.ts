// What would change: `plan` shows it, `push` does it after asking.
import { createInterface } from "node:readline/promises";
import type { PushResult } from "../../contract/commands.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result } from "../../core/failures/result.ts";
import type { Plan } from "../../core/plans/plan.ts";
import { nameField } from "../../core/settings/change.ts";
import { printAssignment } from "../../core/settings/assignment.ts";
import { readTypedAssignment } from "../../core/settings/typed-assignment.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf, statusOfOutcome } from "../exit-status.ts";
import { type PortOptions, readSecrets, usage } from "../options.ts";
import { printPlan } from "../print-report.ts";
import { type Connected, withTerminal } from "../with-terminal.ts";

export interface PlanOptions extends PortOptions {
  readonly set: readonly string[];
  readonly setSecret: readonly string[];
  readonly fix: boolean;
}

export interface PushOptions extends PlanOptions {
  readonly yes: boolean;
  readonly override: boolean;
  readonly revertIn: number;
}

export async function showPlan(options: PlanOptions, voice: Voice): Promise<number> {
  return withPlan(options, voice, async (plan) => {
    voice.show(plan, printPlan(plan, voice));
    return plan.refusedBy.length > 0 ? exitStatus.refused : exitStatus.done;
  });
}

export async function pushPlan(options: PushOptions, voice: Voice): Promise<number> {
  return withPlan(options, voice, async (plan, connected) => {
    voice.say(printPlan(plan, voice));
    if (plan.changes.length === 0 && plan.undecided.length > 0) return complain(makeFailure("no-correction"), voice);
    const refused = plan.refusedBy.length > 0 && !options.override;
    if (plan.changes.length > 0 && !refused && !options.yes && !(await askPerson(voice))) return exitStatus.refused;
    const { client, session, signal } = connected;
    client.on("armed", ({ guarded, revertSeconds }) =>
      voice.say(guarded ? fill(voice.words.armed, { seconds: revertSeconds }) : voice.words.unarmed),
    );
    const wanted = { digest: plan.digest, override: options.override, revertSeconds: options.revertIn };
    const pushed = await client.call("plan.push", { session, ...wanted }, signal);
    if (!pushed.ok) {
      if (pushed.failure.code === "cancelled") voice.say(voice.words.interrupted);
      return complain(pushed.failure, voice);
    }
    if (options.override && plan.refusedBy.length > 0)
      voice.say(fill(voice.words.overridden, { rules: plan.refusedBy.join(", ") }));
    report(pushed.value, voice);
    return signal.aborted ? exitStatus.interrupted : statusOfOutcome[pushed.value.outcome];
  });
}

async function withPlan(
  options: PlanOptions,
  voice: Voice,
  job: (plan: Plan, connected: Connected) => Promise<number>,
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

async function askPerson(voice: Voice): Promise<boolean> {
  if (!process.stdin.isTTY) {
    voice.say(voice.words.needsYes);
    return false;
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(voice.words.askPush);
  lines.close();
  const agreed = /^(?:y|yes|是|好|确认)$/i.test(answer.trim());
  if (!agreed) voice.say(voice.words.notPushed);
  return agreed;
}

function report(result: PushResult, voice: Voice): void {
  const { words } = voice;
  const fields = result.fields.map(({ verdict, persisted, ...field }) => {
    const kept =
      verdict !== "applied" || persisted === null ? "" : ` (${persisted ? words.persisted : words.notPersisted})`;
    return `  ${nameField(field)}: ${words.verdict[verdict]}${kept}`;
  });
  if (result.failure) voice.say(`${voice.translate(result.failure.message)} [${result.failure.code}]`);
  if (voice.json) voice.say(words.outcome[result.outcome]);
  voice.show(result, [words.outcome[result.outcome], ...fields].join("\n"));
}

function complain(failure: Parameters<Voice["complain"]>[0], voice: Voice): number {
  voice.complain(failure);
  return statusOf(failure);
}
