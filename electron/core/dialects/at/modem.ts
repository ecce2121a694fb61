// The questions that are asked of a modem, each with the time that it may take: 3GPP TS 27.007 gives none, so these are the
// longest of several makers' manuals (network searches 180 s, attaching 140 s, the SIM card 20 s).
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { Task } from "../task.ts";
import type { Answer, AtChannel, Command } from "./channel.ts";
import { putErrorInWords } from "./errors.ts";
import type { Shape } from "./lines.ts";

export const times = { quick: 3000, card: 20_000, network: 60_000, attach: 180_000 } as const;

export class Modem {
  readonly channel: AtChannel;

  constructor(channel: AtChannel) {
    this.channel = channel;
  }

  /** Whatever it answers. */
  ask(text: string, shape: Shape, { within, task }: Asking): Promise<Result<Answer>> {
    return this.channel.ask({ text, shape, within }, task.signal);
  }

  /** The lines of its answer; none where it does not have the command or cannot say. */
  async read(text: string, shape: Shape, asking: Asking): Promise<Result<readonly string[]>> {
    const answer = await this.ask(text, shape, asking);
    if (!answer.ok) return answer;
    return succeed(answer.value.kind === "ok" ? answer.value.lines : []);
  }

  /** The first of several ways to ask that is answered with something. */
  async readFirst(
    ways: readonly (readonly [text: string, shape: Shape])[],
    asking: Asking,
  ): Promise<Result<readonly string[]>> {
    for (const [text, shape] of ways) {
      const lines = await this.read(text, shape, asking);
      if (!lines.ok || lines.value.length > 0) return lines;
    }
    return succeed([]);
  }

  /** A command that must succeed; a refusal is `command-failed`, in words. `step` stands for a text with a secret. */
  async order(command: Omit<Command, "shape">, { signal }: Task): Promise<Result<null>> {
    const answer = await this.channel.ask({ ...command, shape: null }, signal);
    if (!answer.ok) return answer;
    if (answer.value.kind === "ok") return succeed(null);
    const words = putErrorInWords(answer.value.error);
    const say = (reason: string) => makeFailure("command-failed", { step: command.step ?? command.text, reason });
    const failure = say(words.en);
    return fail({ ...failure, message: { en: failure.message.en, "zh-CN": say(words["zh-CN"]).message["zh-CN"] } });
  }
}

export interface Asking {
  /** Milliseconds. */
  readonly within: number;
  readonly task: Task;
}
