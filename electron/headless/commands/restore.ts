// counterpart restore: a backup's settings onto a terminal, be it the same or its replacement; a plan and a push.
import type { Output } from "../../contract/commands.ts";
import { decodeText } from "../../app/files/decode-text.ts";
import { fail, type Result } from "../../core/failures/result.ts";
import { fill, type Voice } from "../console-voice.ts";
import { statusOf } from "../exit-status.ts";
import { type PassphraseOptions, readPassphrase, usage } from "../options.ts";
import { printTerminal } from "../print-terminal.ts";
import { readOctets } from "../read-terminals.ts";
import { withTerminal } from "../with-terminal.ts";
import { pushShown, type PushShownOptions } from "./push-shown.ts";

export interface RestoreOptions extends PassphraseOptions, PushShownOptions {
  readonly port: string;
}

/** Octets; a backup is a few thousand. */
const largest = 256 * 1024;

export async function restore(file: string, options: RestoreOptions, voice: Voice): Promise<number> {
  const text = await readBackupText(file, voice);
  if (!text.ok) return complain(text.failure, voice);
  const passphrase = await readPassphrase(options, voice);
  if (!passphrase.ok) return complain(passphrase.failure, voice);
  return withTerminal(options, voice, async (connected) => {
    const { client, session, signal } = connected;
    const request = { session, name: file, text: text.value, passphrase: passphrase.value };
    const planned = await client.call("backup.plan", request, signal);
    if (!planned.ok) return complain(planned.failure, voice);
    sayWhatItIs(planned.value, voice);
    return pushShown(planned.value.plan, connected, { options, voice });
  });
}

export async function readBackupText(file: string, voice: Voice): Promise<Result<string>> {
  const octets = await readOctets(file);
  if (!octets.ok) return octets;
  if (octets.value.length > largest) return fail(usage(file, voice.words.fileTooLarge));
  const decoded = decodeText(octets.value, { file, mayBeGb18030: false });
  return decoded.ok ? { ok: true, value: decoded.value.text } : decoded;
}

function sayWhatItIs(planned: Output<"backup.plan">, voice: Voice): void {
  const { words, say } = voice;
  const { made, from, to, isOtherTerminal } = planned;
  say(fill(words.backupOf, { terminal: printTerminal(from), when: made }));
  if (isOtherTerminal) say(fill(words.otherTerminal, { from: printTerminal(from), to: printTerminal(to) }));
  sayLeftOut(planned, voice);
}

/** What of another terminal's settings this one does not get. */
export function sayLeftOut(
  { unmatched, leftOut }: Pick<Output<"backup.plan">, "unmatched" | "leftOut">,
  { words, say }: Voice,
): void {
  if (unmatched.length > 0) say(fill(words.unmatched, { names: unmatched.join(", ") }));
  if (leftOut.length > 0) say(fill(words.notRestored, { names: leftOut.join(", ") }));
}

function complain(failure: Parameters<Voice["complain"]>[0], voice: Voice): number {
  voice.complain(failure);
  return statusOf(failure);
}
