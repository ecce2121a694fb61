// From an open line to a terminal that takes commands:
//
//   listen (nothing is sent into a boot) --> line end --> user? --> password? --> prompt      or, without a prompt:
//                                                                                the first question is answered
//
// One try per credential, ever. The password is typed only where the terminal asks for it and does not show it.
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { stripEscapes } from "../../frames/console-text.ts";
import type { ConnectOptions, Credentials } from "../dialect.ts";
import type { Task } from "../task.ts";
import { encodeTyped } from "../encode-typed.ts";
import { isGarbage, quoteHeard } from "../heard-text.ts";
import { recognizePrompt } from "../linux-console/prompts.ts";
import { clean, lastLine } from "./answer.ts";
import type { Dialogue } from "./dialogue.ts";

/** Milliseconds: until the next line end, until a login says yes or no, and until a shown password would be seen. */
const knockPause = 2000;
const loginPatience = 20_000;
const echoTime = 250;
const settling = 60;

type Standing = "prompt" | "user" | "password" | "refused" | "bootloader" | "more";

/** Whether it had to log in. */
export interface Entered {
  readonly loggedIn: boolean;
}

/** Failures: `no-answer`, `line-garbled`, `family-unknown`, `bootloader`, and those of a login. */
export async function enter(dialogue: Dialogue, options: ConnectOptions & Task): Promise<Result<Entered>> {
  const { prompt, login } = dialogue.description.content;
  const standing = look(dialogue);
  if (standing === "bootloader") return refuseBootloader(dialogue);
  options.onStage("waking");
  if (prompt === undefined && !login) return greet(dialogue, options);
  const seen = await knock(dialogue, options);
  if (!seen.ok) return seen;
  if (seen.value === "prompt") return succeed({ loggedIn: false });
  const entered = await logIn(dialogue, seen.value, options);
  if (!entered.ok) return entered;
  return prompt === undefined ? greet(dialogue, options, true) : succeed({ loggedIn: true });
}

/** Without a prompt, a terminal is there when it answers its first question. */
async function greet(dialogue: Dialogue, options: ConnectOptions & Task, loggedIn = false): Promise<Result<Entered>> {
  const [first] = dialogue.description.content.read;
  if (!first) return fail(nameSilence(dialogue, options));
  const { clock } = dialogue.talk;
  const deadline = clock.now() + options.patience;
  for (;;) {
    const within = Math.min(first.within, Math.max(0.1, (deadline - clock.now()) / 1000));
    const answer = await dialogue.ask({ ...first, within }, options);
    const isKnown = answer.ok
      ? first.catch.length === 0 || first.catch.some((source) => dialogue.description.isIn(source, answer.value))
      : answer.failure.code === "command-failed";
    if (isKnown) return succeed({ loggedIn });
    if (!answer.ok && answer.failure.code !== "timed-out") return answer;
    if (clock.now() >= deadline) return fail(nameSilence(dialogue, options));
    await dialogue.settle(options);
  }
}

async function knock(
  dialogue: Dialogue,
  options: ConnectOptions & Task,
): Promise<Result<"prompt" | "user" | "password">> {
  const { talk, description } = dialogue;
  const deadline = talk.clock.now() + options.patience;
  const isAsked = description.content.wake === "line-end";
  while (talk.clock.now() < deadline) {
    if (isAsked) {
      talk.forget();
      await dialogue.type("");
    }
    const left = deadline - talk.clock.now();
    const seen = await waitForStanding(dialogue, isAsked ? Math.min(knockPause, left) : left, options);
    if (seen === "bootloader") return refuseBootloader(dialogue);
    if (seen === "more") await talk.send("q");
    else if (seen !== null && seen !== "refused") return succeed(seen);
  }
  return fail(nameSilence(dialogue, options));
}

async function logIn(
  dialogue: Dialogue,
  asked: "user" | "password",
  options: ConnectOptions & Task,
): Promise<Result<null>> {
  const { credentials } = options;
  if (!credentials) return fail(makeFailure("login-needed"));
  options.onStage("logging-in");
  const refused = fail(makeFailure("login-refused", { user: credentials.user }));
  if (asked === "user") {
    const user = encodeTyped("login", credentials.user);
    if (!user.ok) return user;
    dialogue.talk.forget();
    await dialogue.type(user.value);
    const next = await waitForStanding(dialogue, loginPatience, options);
    if (next === "prompt") return succeed(null);
    if (next !== "password") return refused;
  }
  const typed = await typePassword(dialogue, credentials, options);
  if (!typed.ok) return typed;
  if (dialogue.description.content.prompt === undefined) {
    const after = await waitForStanding(dialogue, echoTime * 4, options);
    return after === null ? succeed(null) : refused;
  }
  const end = await waitForStanding(dialogue, loginPatience, options);
  return end === "prompt" ? succeed(null) : refused;
}

/** The first character alone: if it comes back, the password would be shown, and the line is ended in place of the rest. */
async function typePassword(
  dialogue: Dialogue,
  { user, password }: Credentials,
  { signal }: Task,
): Promise<Result<null>> {
  const { talk } = dialogue;
  if (password === null) {
    await dialogue.type("");
    return fail(makeFailure("password-needed", { user }));
  }
  const secret = encodeTyped("password", password);
  if (!secret.ok) return secret;
  talk.forget();
  if (secret.value !== "") {
    const first = secret.value.slice(0, 1);
    await talk.send(first);
    const shown = await talk.waitFor(() => (stripEscapes(talk.heard) === first ? true : null), {
      within: echoTime,
      signal,
    });
    if (shown) {
      await dialogue.type("\x15");
      return fail(makeFailure("password-echo"));
    }
  }
  talk.forget();
  await dialogue.type(secret.value.slice(1));
  return succeed(null);
}

/** What stands there and goes on standing; null when nothing does within the time. */
async function waitForStanding(dialogue: Dialogue, within: number, { signal }: Task): Promise<Standing | null> {
  const { talk } = dialogue;
  const deadline = talk.clock.now() + within;
  for (;;) {
    const left = deadline - talk.clock.now();
    if (left <= 0) return null;
    const seen = await talk.waitFor(() => look(dialogue), { within: left, signal });
    if (!seen) return null;
    await talk.waitForQuiet(settling, { within: settling * 4, signal });
    const settled = look(dialogue);
    if (settled) return settled;
  }
}

/** A boot loader's prompt counts before anything that a description says. */
function look({ talk, description }: Dialogue): Standing | null {
  const { login, prompt, more } = description.content;
  if (recognizePrompt(talk.heard)?.kind === "bootloader") return "bootloader";
  const tail = clean(talk.heard.slice(-2048), description);
  const last = lastLine(tail);
  if (last === "") return null;
  if (more && description.isIn(more.prompt, last)) return "more";
  if (login?.user !== undefined && description.isIn(login.user, last)) return "user";
  if (login?.password !== undefined && description.isIn(login.password, last)) return "password";
  if (prompt !== undefined && description.isIn(prompt, last)) return "prompt";
  return login?.refused !== undefined && description.isIn(login.refused, tail) ? "refused" : null;
}

function refuseBootloader({ talk }: Dialogue): ReturnType<typeof fail<ReturnType<typeof makeFailure>>> {
  return fail(makeFailure("bootloader", { prompt: quoteHeard(talk.heard) }));
}

function nameSilence({ talk }: Dialogue, { baudRate }: ConnectOptions): ReturnType<typeof makeFailure> {
  const port = talk.port.name;
  if (talk.heard.trim() === "") return makeFailure("no-answer", { port });
  if (isGarbage(talk.heard)) return makeFailure("line-garbled", { port, baud: baudRate });
  return makeFailure("family-unknown", { port, heard: quoteHeard(talk.heard) });
}
