// The person's own last step after a push: sign in (签到) on the terminal and say what it shows.
import type { Client } from "../../contract/client.ts";
import type { SignedIn } from "../../contract/history.ts";
import { askPerson, canAsk } from "../ask-person.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { withClient } from "../with-terminal.ts";

export interface SignedInOptions {
  readonly port: string;
  readonly push?: string | undefined;
}

/** `push --signed-in ok|failed`, at any time after the push; the terminal is not asked. */
export function keepSignedIn(outcome: SignedIn, options: SignedInOptions, voice: Voice): Promise<number> {
  return withClient(async (client) => {
    const status = await tell(client, { outcome, push: options.push ?? null }, { options, voice });
    return status === exitStatus.done && outcome === "failed" ? exitStatus.findings : status;
  });
}

export interface AskedSignIn {
  readonly push: string;
  readonly options: { readonly port: string; readonly yes: boolean };
  readonly voice: Voice;
}

/** Asks where somebody is there, else says how to tell it later. */
export async function askSignedIn(client: Client, { push, options, voice }: AskedSignIn): Promise<void> {
  const { words } = voice;
  const isAsked = canAsk() && !options.yes && !voice.json;
  const answer = isAsked ? (await askPerson(words.askSignedIn)).toLowerCase() : "";
  if (answer === "ok" || answer === "failed") await tell(client, { outcome: answer, push }, { options, voice });
  else voice.say(fill(words.signIn, { port: options.port }));
}

async function tell(
  client: Client,
  told: { readonly outcome: SignedIn; readonly push: string | null },
  { options: { port }, voice }: { readonly options: { readonly port: string }; readonly voice: Voice },
): Promise<number> {
  const { words } = voice;
  const kept = await client.call("history.signed-in", { ...told, port });
  if (!kept.ok) {
    voice.complain(kept.failure);
    return statusOf(kept.failure);
  }
  voice.say(told.outcome === "ok" ? words.signedInOk : fill(words.signedInFailed, { port }));
  return exitStatus.done;
}
