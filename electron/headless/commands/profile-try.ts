// counterpart profile try FILE --port PORT: each command of a description on a terminal, its answer, and what each pattern
// caught. Nothing that writes is sent unless it is asked for, and then only what was read just now.
import type { Output } from "../../contract/commands.ts";
import type { Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import type { PortOptions } from "../options.ts";
import { withTerminal } from "../with-terminal.ts";

export interface TryOptions extends PortOptions {
  readonly writes: boolean;
}

type Step = Output<"descriptions.try">["steps"][number];

export function tryProfile(file: string, options: TryOptions, voice: Voice): Promise<number> {
  const profile = /[/\\]|\.ya?ml$/.test(file) ? file : `./${file}`;
  return withTerminal({ ...options, profile }, voice, async ({ client, session, signal }) => {
    const tried = await client.call("descriptions.try", { session, writes: options.writes }, signal);
    if (!tried.ok) {
      voice.complain(tried.failure);
      return statusOf(tried.failure);
    }
    const { steps } = tried.value;
    voice.show({ file, steps }, steps.flatMap((step) => printStep(step, voice)).join("\n"));
    const isWhole = steps.every(({ failure, patterns }) => !failure && patterns.every(({ caught }) => caught !== null));
    return isWhole ? exitStatus.done : exitStatus.findings;
  });
}

function printStep({ purpose, command, answer, patterns, failure }: Step, voice: Voice): readonly string[] {
  const { words } = voice;
  const lines = answer === null ? [] : answer.split("\n").map((line) => `  < ${printable(line)}`);
  return [
    `${words.purpose[purpose]} > ${command}`,
    ...(answer === "" ? [`  ${words.saidNothing}`] : lines),
    ...(failure ? [`  ! ${voice.translate(failure.message)} [${failure.code}]`] : []),
    ...patterns.map(({ pattern, caught }) => `  ${pattern}  ->  ${printCaught(caught, voice)}`),
  ];
}

function printCaught(caught: Readonly<Record<string, string>> | null, { words }: Voice): string {
  if (caught === null) return words.caughtNothing;
  const named = Object.entries(caught).map(([name, value]) => `${name} = ${printable(value)}`);
  return named.length === 0 ? words.matches : named.join(", ");
}

/** What a terminal says must not steer the screen that it is shown on. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, "?");
}
