// counterpart register replace OLD: another unit's settings onto the terminal that takes its place, by the safe push; both are
// noted in the register when they are on it.
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import type { Planned } from "../../contract/planned.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { type PassphraseOptions, readPassphrase } from "../options.ts";
import { type Connected, withTerminal } from "../with-terminal.ts";
import { pushShown, type PushShownOptions } from "./push-shown.ts";
import { readMoment } from "./register.ts";
import { readBackupText, sayLeftOut } from "./restore.ts";

export interface ReplaceOptions extends PassphraseOptions, PushShownOptions {
  readonly backup?: string | undefined;
  readonly at?: string | undefined;
  readonly freeAddresses: boolean;
}

export async function replaceTerminal(old: string, options: ReplaceOptions, voice: Voice): Promise<number> {
  return withTerminal(options, voice, async (connected) => {
    const known = await connected.client.call("register.show", { serialNumber: old, limit: 1 }, connected.signal);
    if (!known.ok) return complain(known, voice);
    // Before anything is written: what is on the terminal then has to be noted with both.
    if (known.value.terminal === null)
      return complain(fail(makeFailure("terminal-unregistered", { serialNumber: old })), voice);
    // So that the register knows the new unit, and what it had before.
    const read = await connected.client.call("terminal.read", { session: connected.session }, connected.signal);
    const planned = read.ok ? await planReplacement(connected, { old, options, voice }) : read;
    if (!planned.ok || !read.ok) return complain(planned, voice);
    const status = await pushShown(planned.value, connected, { options, voice });
    if (status !== exitStatus.done) return status;
    const { serialNumber } = read.value.terminal;
    if (serialNumber === null) {
      voice.say(voice.words.register.nameless);
      return status;
    }
    const addresses = options.freeAddresses ? "freed" : "kept";
    const noted = await connected.client.call("register.replace", { old, replacement: serialNumber, addresses });
    if (!noted.ok) return complain(noted, voice);
    const said = voice.words.register.outcome[noted.value.outcome];
    voice.say(fill(said, { old, serialNumber, addresses: noted.value.addresses.join(", ") || "-" }));
    return noted.value.outcome === "replaced" ? status : exitStatus.refused;
  });
}

interface Wish {
  readonly old: string;
  readonly options: ReplaceOptions;
  readonly voice: Voice;
}

interface PlannedFromAnother {
  readonly plan: Planned;
  readonly unmatched: readonly string[];
  readonly leftOut: readonly string[];
}

async function planReplacement(
  { client, session, signal }: Connected,
  { old, options, voice }: Wish,
): Promise<Result<Planned>> {
  if (options.backup === undefined) {
    const at = options.at === undefined ? succeed(null) : readMoment(options.at);
    if (!at.ok) return at;
    const planned = await client.call("register.plan-replacement", { session, old, at: at.value }, signal);
    return say(planned, voice);
  }
  const text = await readBackupText(options.backup, voice);
  if (!text.ok) return text;
  const passphrase = await readPassphrase(options, voice);
  if (!passphrase.ok) return passphrase;
  const request = { session, name: options.backup, text: text.value, passphrase: passphrase.value };
  const planned = await client.call("backup.plan", request, signal);
  return say(planned, voice);
}

function say(planned: Result<PlannedFromAnother>, voice: Voice): Result<Planned> {
  if (!planned.ok) return planned;
  sayLeftOut(planned.value, voice);
  return succeed(planned.value.plan);
}

function complain(result: Result<unknown>, voice: Voice): number {
  if (result.ok) return exitStatus.done;
  voice.complain(result.failure);
  return statusOf(result.failure);
}
