// One command and its answer, as the description says that such a terminal speaks.
//
//   forbidden? --no--> command + line end -->
//   <-- echo? lines, messages, --More-- (--> key) ... the end: `until`, the prompt, or a rest
//
// A question that only reads is asked again after silence or damage, at most three times, once the line is at rest.
import { type FailureCode, makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { Conversation } from "../conversation.ts";
import type { Task } from "../task.ts";
import { findForbiddenCommand } from "../forbidden.ts";
import { type AnswerEnd, findEnd, readAnswer } from "./answer.ts";
import type { CompiledDescription } from "./compile.ts";

/** Milliseconds in which nothing more comes once an end was seen. */
const settling = 50;
const tries = 3;
/** Milliseconds of rest before a question is asked again. */
const rest = 250;
/** Questions of a pager that are answered; more is a terminal that pages for ever. */
const mostPages = 400;

export interface Question {
  readonly send: string;
  readonly until?: string | undefined;
  /** Seconds. */
  readonly within: number;
  /** Where nothing ends an answer: whether nothing at all is one. */
  readonly maySaySilence?: boolean;
}

const lineEnds = { cr: "\r", lf: "\n", crlf: "\r\n" } as const;

export class Dialogue {
  readonly talk: Conversation;
  readonly description: CompiledDescription;

  constructor(talk: Conversation, description: CompiledDescription) {
    this.talk = talk;
    this.description = description;
  }

  get lineEnd(): string {
    return lineEnds[this.description.content.end];
  }

  /** Failures: `timed-out`, `command-failed` with the terminal's words, `command-forbidden`, `terminal-restarted`. */
  async ask(question: Question, task: Task): Promise<Result<string>> {
    const said = await this.say(question.send);
    if (!said.ok) return said;
    const end = await this.#untilEnd(question, task);
    if (end === "login") return fail(makeFailure("terminal-restarted", { step: question.send }));
    if (end === null)
      return fail(makeFailure("timed-out", { seconds: Math.round(question.within), step: question.send }));
    const answer = readAnswer(this.talk.heard, question, this.description);
    const reason = this.#findError(answer);
    return reason === null ? succeed(answer) : fail(makeFailure("command-failed", { step: question.send, reason }));
  }

  /** A command, held against what is never sent. */
  async say(command: string): Promise<Result<null>> {
    const bad = findForbiddenCommand(command);
    if (bad !== null) return fail(makeFailure("command-forbidden", { command: bad }));
    this.talk.forget();
    await this.type(command);
    return succeed(null);
  }

  async askAgain(question: Question, task: Task): Promise<Result<string>> {
    const worthIt: readonly FailureCode[] = ["timed-out", "command-failed"];
    for (let time = 1; ; time++) {
      const answer = await this.ask(question, task);
      if (answer.ok || time === tries || !worthIt.includes(answer.failure.code)) return answer;
      await this.settle(task);
    }
  }

  /** A line end ends whatever was left half typed; what was on its way is let by. */
  async settle({ signal }: Task): Promise<void> {
    if (this.description.content.wake === "line-end") await this.type("");
    await this.talk.waitForQuiet(rest, { within: rest * 8, signal });
    this.talk.forget();
  }

  async type(text: string): Promise<void> {
    await this.talk.send(`${text}${this.lineEnd}`, this.description.content.pace ?? null);
  }

  /** Null when the time is over first. */
  async #untilEnd(question: Question, task: Task): Promise<AnswerEnd | null> {
    const { talk, description } = this;
    const deadline = talk.clock.now() + question.within * 1000;
    for (let pages = 0; pages <= mostPages; pages++) {
      const end = await this.#wait(question, deadline, task);
      if (end !== "more") return end;
      const before = talk.heard.length;
      await talk.send(description.content.more?.key === "line-end" ? this.lineEnd : " ");
      const left = Math.max(1, deadline - talk.clock.now());
      await talk.waitFor(() => (talk.heard.length !== before ? true : null), { within: left, signal: task.signal });
    }
    return null;
  }

  /** An end that stands for a moment; where neither a prompt nor `until` is one, a rest is. */
  async #wait(question: Question, deadline: number, { signal }: Task): Promise<AnswerEnd | null> {
    const { talk, description } = this;
    const { prompt, quiet } = description.content;
    const rests = prompt === undefined && question.until === undefined;
    const startedAt = talk.clock.now();
    const look = (): AnswerEnd | null => {
      const end = findEnd(talk.heard, question, description);
      return end === "open" ? null : end;
    };
    for (let left = deadline - startedAt; left > 0; left = deadline - talk.clock.now()) {
      const since = Math.min(talk.quietFor, talk.clock.now() - startedAt);
      if (rests && since >= quiet && this.#isSaid(question)) return "prompt";
      const length = talk.heard.length;
      const pause = rests && since < quiet ? quiet - since : left;
      const news = await talk.waitFor(() => look() ?? (talk.heard.length === length ? null : "news"), {
        within: Math.max(1, Math.min(pause, left)),
        signal,
      });
      if (news === null || news === "news") continue;
      await talk.waitForQuiet(settling, { within: settling * 4, signal });
      const settled = look();
      if (settled !== null) return settled;
    }
    return null;
  }

  /** Whether there is more than an echo. */
  #isSaid(question: Question): boolean {
    return question.maySaySilence === true || readAnswer(this.talk.heard, question, this.description) !== "";
  }

  /** The line that says that the command was refused. */
  #findError(answer: string): string | null {
    for (const source of this.description.content.errors) {
      const found = this.description.find(source, answer);
      if (found !== null) {
        const line = answer.split("\n").find((each) => each.includes(found.split("\n")[0] ?? "")) ?? found;
        return line
          .replace(/\p{Cc}/gu, "")
          .trim()
          .slice(0, 100);
      }
    }
    return null;
  }
}
