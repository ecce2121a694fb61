// From an open line to a known prompt:
//
//   listen --boot text--> wait until it is up (../boot.ts) --> CR --> prompt
//                                  ^------------ boot text ---/
//
// Nothing but CR is sent before a prompt is recognised; a boot loader is reported and never typed into. A terminal that
// restarts while it is being woken is waited for as well.
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { Conversation } from "../conversation.ts";
import type { ConnectOptions } from "../dialect.ts";
import type { Task } from "../task.ts";
import { isBootText, waitForBoot } from "../boot.ts";
import { isGarbage, quoteHeard } from "../heard-text.ts";
import { type Prompt, recognizePrompt } from "./prompts.ts";

/** Milliseconds. A terminal that boots prints within the first; a prompt is complete when the line rests for the second. */
const listening = 250;
const settling = 60;

export async function wake(talk: Conversation, options: ConnectOptions & Task): Promise<Result<Prompt>> {
  const listened = await listen(talk, options);
  if (!listened.ok) return listened;
  options.onStage("waking");
  return knock(talk, options);
}

/** Hears whether somebody is starting there, and waits until that is over; sends nothing. */
export async function listen(talk: Conversation, options: Task): Promise<Result<null>> {
  options.onStage("listening");
  await talk.waitForQuiet(listening, { within: listening, signal: options.signal });
  await talk.waitFor(() => null, { within: Math.max(0, listening - talk.quietFor), signal: options.signal });
  if (isBootText(talk.heard)) {
    const up = await waitForBoot(talk, options);
    if (!up) return fail(makeFailure("still-booting"));
  }
  return succeed(null);
}

async function knock(talk: Conversation, options: ConnectOptions & Task): Promise<Result<Prompt>> {
  const standing = recognizePrompt(talk.heard);
  if (standing?.kind === "bootloader") return fail(makeFailure("bootloader", { prompt: standing.text }));
  let deadline = talk.clock.now() + options.patience;
  let knocks = 0;
  while (talk.clock.now() < deadline) {
    talk.forget();
    await talk.send("\r");
    knocks++;
    const prompt = await waitForPrompt(talk, Math.min(3000, deadline - talk.clock.now()), options.signal);
    if (prompt?.kind === "bootloader") return fail(makeFailure("bootloader", { prompt: prompt.text }));
    if (isBootText(talk.heard) && (prompt === null || prompt.kind === "shell")) {
      if (!(await waitForBoot(talk, options))) return fail(makeFailure("still-booting"));
      deadline = talk.clock.now() + options.patience;
      continue;
    }
    if (prompt?.kind === "ours-unfinished") await talk.send("\x03");
    else if (prompt?.kind === "pager") await talk.send("q");
    else if (prompt && prompt.kind !== "activate" && prompt.kind !== "password") return succeed(prompt);
    else if (!prompt && isGarbage(talk.heard) && knocks > 1) break;
  }
  return fail(nameSilence(talk, options));
}

/** The first prompt after which the line rests, or null. */
export async function waitForPrompt(talk: Conversation, within: number, signal: AbortSignal): Promise<Prompt | null> {
  const deadline = talk.clock.now() + within;
  for (;;) {
    const left = deadline - talk.clock.now();
    if (left <= 0) return null;
    const seen = await talk.waitFor(() => recognizePrompt(talk.heard), { within: left, signal });
    if (!seen) return null;
    await talk.waitForQuiet(settling, { within: settling * 4, signal });
    const settled = recognizePrompt(talk.heard);
    if (settled) return settled;
  }
}

function nameSilence(talk: Conversation, { baudRate }: ConnectOptions): ReturnType<typeof makeFailure> {
  const port = talk.port.name;
  if (talk.heard.trim() === "") return makeFailure("no-answer", { port });
  if (isGarbage(talk.heard)) return makeFailure("line-garbled", { port, baud: baudRate });
  return makeFailure("not-a-shell", { port, heard: quoteHeard(talk.heard) });
}
