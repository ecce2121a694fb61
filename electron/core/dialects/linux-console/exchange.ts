// Questions sent, answers heard, and the end of waiting when no answer will come:
//
//   lines --> ... reply frames ...          each token's own
//         \-> silence behind our prompt     knock (LF): a shell that answers with another prompt waits for input, so
//                                           the line was spoilt; one that says nothing is still at work, or did
//                                         not hear the knock: it is repeated after 4 s of silence, and after 16
//         \-> anybody else's prompt         the terminal has restarted, or the shell around ours is back; a shell's is
//                                           asked for twice, since ours with a flipped bit looks like one
import type { ChecksumTool } from "../../bytes/checksum-tools.ts";
import type { FrameFault } from "../../frames/framer.ts";
import { type Reply, ReplyFramer } from "../../frames/reply-framer.ts";
import type { Conversation, Pace } from "../conversation.ts";
import { recognizePrompt } from "./prompts.ts";

/** What came of one question. `nothing`: the shell waits for input without having replied. */
export type Answer = Reply | FrameFault | "nothing" | "late" | "gone";

export interface Questions {
  /** One per question, in order. */
  readonly tokens: readonly string[];
  readonly lines: string;
  readonly tool: ChecksumTool | null;
  readonly pace: Pace | null;
  /** Milliseconds for all of them. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** Milliseconds of silence after which a prompt is taken for the end, and after the knock. */
const silence = 1000;
const silenceAfterKnock = 250;

export async function ask(talk: Conversation, questions: Questions): Promise<readonly Answer[]> {
  const answers = new Answers(questions);
  talk.forget();
  const off = talk.onText((text) => answers.hear(text));
  try {
    await talk.send(questions.lines, questions.pace);
    return answers.finish(await waitForEnd(talk, questions, answers));
  } finally {
    off();
  }
}

async function waitForEnd(
  talk: Conversation,
  { limit, signal }: Questions,
  answers: Answers,
): Promise<"nothing" | "late" | "gone"> {
  const deadline = talk.clock.now() + limit;
  for (let knocks = 0, strangers = 0; ; ) {
    const knocked = knocks > 0;
    const patience = knocked ? silenceAfterKnock : silence;
    const left = Math.min(patience + 100, deadline - talk.clock.now());
    if (left <= 0) return "late";
    if (await talk.waitFor(() => answers.areComplete || null, { within: left, signal })) return "nothing";
    if (talk.quietFor < patience) continue;
    const prompt = recognizePrompt(talk.heard)?.kind;
    if (prompt === "login" || prompt === "bootloader") return "gone";
    if (knocked && prompt === "shell") {
      if (++strangers > 1) return "gone";
      talk.forget();
      await talk.send("\n");
      continue;
    }
    if (knocked && prompt === "ours-unfinished") await talk.send("\x03");
    if (knocked && (prompt === "ours" || prompt === "ours-unfinished")) return "nothing";
    if (talk.quietFor < silence * 4 ** knocks || (prompt === undefined && talk.heard !== "")) continue;
    knocks++;
    talk.forget();
    await talk.send("\n");
  }
}

class Answers {
  readonly #framers: readonly ReplyFramer[];
  readonly #heard: (Reply | FrameFault | null)[];

  constructor({ tokens, tool }: Questions) {
    this.#framers = tokens.map((token) => new ReplyFramer(token, tool));
    this.#heard = tokens.map(() => null);
  }

  get areComplete(): boolean {
    return this.#heard.every((answer) => answer !== null);
  }

  hear(text: string): void {
    for (const [index, framer] of this.#framers.entries()) this.#heard[index] ??= framer.push(text)[0] ?? null;
  }

  finish(missing: "nothing" | "late" | "gone"): readonly Answer[] {
    return this.#heard.map((answer) => answer ?? missing);
  }
}
