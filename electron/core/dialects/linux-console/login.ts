// From `login:` to a shell prompt: one try per credential, ever. The password is typed once, only behind a password
// prompt, and only when the terminal does not show what is typed.
import { textToBinary } from "../../bytes/binary-text.ts";
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { stripEscapes } from "../../frames/console-text.ts";
import type { Conversation } from "../conversation.ts";
import type { ConnectOptions } from "../dialect.ts";
import type { Task } from "../task.ts";
import { encodeWord } from "./encode.ts";
import { quoteHeard } from "../heard-text.ts";
import { waitForPrompt } from "./wake.ts";

/** Milliseconds: PAM delays a refusal by about three seconds, a small terminal's login may take as long to accept. */
const loginPatience = 20_000;
/** Long enough for an echo to come back through a slow line. */
const echoTime = 250;

/** Ends at a shell prompt. */
export async function logIn(talk: Conversation, options: ConnectOptions & Task): Promise<Result<null>> {
  const { credentials, signal } = options;
  if (!credentials) return fail(makeFailure("login-needed"));
  const typable = encodeWord("login", credentials.user);
  if (!typable.ok) return typable;
  options.onStage("logging-in");
  talk.forget();
  await talk.send(`${textToBinary(credentials.user)}\r`);
  const asked = await waitForPrompt(talk, loginPatience, signal);
  if (asked?.kind === "shell") return succeed(null);
  if (asked?.kind !== "password") return fail(makeFailure("login-refused", { user: credentials.user }));
  if (credentials.password === null) {
    await talk.send("\r");
    return fail(makeFailure("password-needed", { user: credentials.user }));
  }
  const typed = await typePassword(talk, credentials.password, signal);
  if (!typed.ok) return typed;
  const prompt = await waitForPrompt(talk, loginPatience, signal);
  if (prompt?.kind === "shell" || prompt?.kind === "ours") return succeed(null);
  if (prompt?.kind === "login" || prompt?.kind === "password") {
    return fail(makeFailure("login-refused", { user: credentials.user }));
  }
  return fail(makeFailure("not-a-shell", { port: talk.port.name, heard: quoteHeard(talk.heard) }));
}

/** Types the first character alone: if it comes back, echo is on, and the line is cleared in place of the rest. */
export async function typePassword(talk: Conversation, password: string, signal: AbortSignal): Promise<Result<null>> {
  const typable = encodeWord("password", password);
  if (!typable.ok) return typable;
  const secret = textToBinary(password);
  talk.forget();
  if (secret === "") {
    await talk.send("\r");
    return succeed(null);
  }
  await talk.send(secret.slice(0, 1));
  const echoed = await talk.waitFor(() => (stripEscapes(talk.heard) === secret.slice(0, 1) ? true : null), {
    within: echoTime,
    signal,
  });
  if (echoed) {
    await talk.send("\x15\r");
    return fail(makeFailure("password-echo"));
  }
  talk.forget();
  await talk.send(`${secret.slice(1)}\r`);
  return succeed(null);
}
