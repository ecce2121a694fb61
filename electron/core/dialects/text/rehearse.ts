// Every command of a description on a terminal, one after the other, with its answer and what each pattern caught: how
// somebody who describes a terminal sees what is still wrong.
//
// Only what reads is sent, unless writing is asked for; then the set commands set what was read just now, so that a
// terminal that obeys has the same settings as before. Nothing is saved and nothing restarts.
import type { Failure } from "../../failures/failure.ts";
import { type Result, succeed } from "../../failures/result.ts";
import { printAcquirerField } from "../../settings/acquirer-value.ts";
import type { Rehearsed } from "../dialect.ts";
import type { Task } from "../task.ts";
import { listAcquirerSettable, makeAcquirerCommands } from "./acquirer-commands.ts";
import { describeCapabilities } from "./capabilities.ts";
import type { Dialogue, Question } from "./dialogue.ts";
import { type Caught, catchValues, joinCaught, makeReading } from "./read-settings.ts";
import { type FilledCommand, makeSetCommands } from "./set-commands.ts";
import { printWanted } from "./two-ways.ts";

interface Script {
  readonly dialogue: Dialogue;
  readonly writes: boolean;
}

export async function rehearse({ dialogue, writes }: Script, task: Task): Promise<readonly Rehearsed[]> {
  const { description } = dialogue;
  const { read, logs } = description.content;
  const steps: Rehearsed[] = [];
  const caught: (Caught | null)[] = [];
  for (const command of read) {
    const answer = await dialogue.ask(command, task);
    if (!answer.ok) await dialogue.settle(task);
    const found = answer.ok ? catchValues(command, answer.value, description) : command.catch.map(() => null);
    caught.push(...found);
    steps.push(tell("read", command, { answer, patterns: command.catch, found }));
  }
  if (logs) steps.push(tell("logs", logs, { answer: await dialogue.ask(logs, task), patterns: [], found: [] }));
  return writes ? [...steps, ...(await setAgain(dialogue, joinCaught(caught), task))] : steps;
}

/** Sets what was read. What cannot be written back is told as a step that failed. */
async function setAgain(dialogue: Dialogue, caught: Caught, task: Task): Promise<readonly Rehearsed[]> {
  const { content } = dialogue.description;
  const reading = makeReading(content, caught, describeCapabilities(content));
  const steps: Rehearsed[] = [];
  const settable = listAcquirerSettable(content).filter((field) => printAcquirerField(reading, field) !== null);
  for (const described of content.interfaces) {
    const current = reading.interfaces.find(({ name }) => name === described.name);
    if (!current || described.set.length === 0) continue;
    const isDhcp = current.ipv4?.method === "dhcp";
    const fields = isDhcp ? (["ipv4.method"] as const) : (["ipv4.method", "ipv4.address", "ipv4.gateway"] as const);
    const made = makeSetCommands(described, printWanted(current), fields);
    steps.push(...(await sendAll(dialogue, { about: described.name, made }, task)));
  }
  const made = settable.length === 0 ? succeed([]) : makeAcquirerCommands(content, reading, settable);
  return [...steps, ...(await sendAll(dialogue, { about: settable.join(", "), made }, task))];
}

/** `about`: what could not be written back stands for its commands. */
async function sendAll(
  dialogue: Dialogue,
  { about, made }: { readonly about: string; readonly made: Result<readonly FilledCommand[]> },
  task: Task,
): Promise<readonly Rehearsed[]> {
  if (!made.ok) return [{ purpose: "set", command: about, answer: null, patterns: [], failure: made.failure }];
  const steps: Rehearsed[] = [];
  for (const { command, text } of made.value) {
    const maySaySilence = command.expect === undefined && command.until === undefined;
    const answer = await dialogue.ask({ ...command, send: text, maySaySilence }, task);
    const patterns = command.expect === undefined ? [] : [command.expect];
    const found = answer.ok ? patterns.map((source) => dialogue.description.catch(source, answer.value)) : [];
    steps.push(tell("set", { send: text, within: command.within }, { answer, patterns, found }));
  }
  return steps;
}

interface Heard {
  readonly answer: Result<string>;
  readonly patterns: readonly string[];
  readonly found: readonly (Caught | null)[];
}

function tell(purpose: Rehearsed["purpose"], { send }: Question, { answer, patterns, found }: Heard): Rehearsed {
  const failure: Failure | null = answer.ok ? null : answer.failure;
  return {
    purpose,
    command: send,
    answer: answer.ok ? answer.value : null,
    patterns: patterns.map((pattern, place) => ({ pattern, caught: found[place] ?? null })),
    failure,
  };
}
