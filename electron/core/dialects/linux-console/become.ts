// From a user's shell to root's, when the person asked for it: `sudo` with the login's own password, `su` with root's.
// One try each.
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { Conversation } from "../conversation.ts";
import type { ConnectOptions } from "../dialect.ts";
import type { Task } from "../task.ts";
import { typePassword } from "./login.ts";
import { waitForPrompt } from "./wake.ts";

const patience = 15_000;

/** Ends at root's shell prompt. */
export async function becomeRoot(talk: Conversation, options: ConnectOptions & Task): Promise<Result<null>> {
  const { become: way, credentials, signal } = options;
  if (way === null) return succeed(null);
  options.onStage("becoming-root");
  const refused = makeFailure("become-refused", { user: credentials?.user ?? "?", way });
  const secret = way === "sudo" ? (credentials?.password ?? null) : options.becomePassword;
  talk.forget();
  await talk.send(way === "sudo" ? " exec sudo -k -s\r" : " exec su\r");
  const asked = await waitForPrompt(talk, patience, signal);
  if (asked?.kind === "shell") return succeed(null);
  if (asked?.kind !== "password") return fail(refused);
  if (secret === null) {
    await talk.send("\x03");
    return fail(makeFailure("password-needed", { user: way === "sudo" ? (credentials?.user ?? "?") : "root" }));
  }
  const typed = await typePassword(talk, secret, signal);
  if (!typed.ok) return typed;
  const prompt = await waitForPrompt(talk, patience, signal);
  if (prompt?.kind === "shell") return succeed(null);
  // A second password prompt is left alone: interrupting it is not a try.
  await talk.send("\x03");
  return fail(refused);
}
