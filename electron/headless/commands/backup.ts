// counterpart backup: the settings of a terminal as a file, proven complete or refused.
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { type PassphraseOptions, readPassphrase } from "../options.ts";
import { printTerminal } from "../print-terminal.ts";
import { withTerminal } from "../with-terminal.ts";
import { writePrivateFile } from "../write-private-file.ts";

export interface BackupOptions extends PassphraseOptions {
  readonly out: string;
  readonly force: boolean;
}

export async function backUp(options: BackupOptions, voice: Voice): Promise<number> {
  const passphrase = await readPassphrase(options, voice);
  if (!passphrase.ok) return complain(passphrase.failure, voice);
  return withTerminal(options, voice, async ({ client, session, signal }) => {
    const { words } = voice;
    const made = await client.call("backup.make", { session, passphrase: passphrase.value }, signal);
    if (!made.ok) return complain(made.failure, voice);
    const { text, digest, terminal, secrets } = made.value;
    const failure = await writePrivateFile(options.out, text, { replace: options.force });
    if (failure !== null) return complain(failure, voice);
    voice.say(fill(words.savedBackup, { terminal: printTerminal(terminal), file: options.out, digest }));
    if (secrets.sealed > 0) voice.say(fill(words.secretsSealed, { count: secrets.sealed }));
    if (secrets.leftOut > 0) voice.say(fill(words.secretsLeftOut, { count: secrets.leftOut }));
    voice.show({ file: options.out, digest, terminal, secrets }, "");
    return exitStatus.done;
  });
}

function complain(failure: Parameters<Voice["complain"]>[0], voice: Voice): number {
  voice.complain(failure);
  return statusOf(failure);
}
