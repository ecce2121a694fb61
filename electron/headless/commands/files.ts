// counterpart files list|pull|push, install, reboot: the terminal's files, where its family has a way to them.
import { fill, type Voice } from "../console-voice.ts";
import { askPerson, canAsk } from "../ask-person.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import type { Result } from "../../core/failures/result.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import type { PortOptions } from "../options.ts";
import { printSize, tellPulling } from "../tell-pulling.ts";
import { type Connected, withTerminal } from "../with-terminal.ts";
import { showControls } from "../show-controls.ts";

export interface ConfirmedOptions extends PortOptions {
  readonly yes: boolean;
}

export function listFiles(path: string, options: PortOptions, voice: Voice): Promise<number> {
  return onTerminal(options, voice, async ({ client, session, signal }) => {
    const listed = await client.call("files.list", { session, path }, signal);
    if (!listed.ok) return listed;
    const rows = listed.value.entries.map(
      ({ name, kind, size, modified }) =>
        `${modified}  ${printSize(size).padStart(10)}  ${showControls(name).replaceAll(/[\t\n]/g, "?")}${kind === "folder" ? "/" : ""}`,
    );
    voice.show(listed.value, rows.join("\n"));
    return listed;
  });
}

export function pullFile(path: string, options: PortOptions, voice: Voice): Promise<number> {
  return onTerminal(options, voice, async ({ client, session, signal }) => {
    const pulled = await client.call("files.pull", { session, path }, signal);
    if (!pulled.ok) return pulled;
    voice.show(pulled.value, pulled.value.file);
    const { bytes, redactions } = pulled.value;
    voice.say(fill(voice.words.captures.pulledFile, { size: printSize(bytes), redactions }));
    return pulled;
  });
}

export function pushFile(
  { file, path }: { readonly file: string; readonly path: string },
  options: ConfirmedOptions,
  voice: Voice,
): Promise<number> {
  return confirmed(options, voice, async ({ client, session, signal }) => {
    const pushed = await client.call("files.push", { session, file, path }, signal);
    if (pushed.ok) voice.show(pushed.value, "");
    return pushed;
  });
}

export function installFile(
  { file, application }: { readonly file: string; readonly application: string },
  options: ConfirmedOptions,
  voice: Voice,
): Promise<number> {
  return confirmed(options, voice, async ({ client, session, signal }) => {
    const installed = await client.call("files.install", { session, file, application }, signal);
    if (installed.ok) voice.show(installed.value, "");
    return installed;
  });
}

export function rebootTerminal(options: ConfirmedOptions, voice: Voice): Promise<number> {
  return confirmed(options, voice, async ({ client, session, signal }) => {
    const asked = await client.call("terminal.reboot", { session }, signal);
    if (asked.ok) voice.show({ restarted: true }, "");
    if (asked.ok) voice.say(voice.words.captures.restarting);
    return asked;
  });
}

type Job = (connected: Connected) => Promise<Result<unknown>>;

/** What changes a terminal is done when no payment is under way, which only a person can see. */
async function confirmed(options: ConfirmedOptions, voice: Voice, job: Job): Promise<number> {
  const isSure = options.yes || (canAsk() && !voice.json && /^y/i.test(await askPerson(voice.words.captures.askIdle)));
  if (isSure) return onTerminal(options, voice, job);
  const failure = makeFailure("input-invalid", { where: "--yes", reason: voice.words.captures.sayYes });
  voice.complain(failure);
  return statusOf(failure);
}

function onTerminal(options: PortOptions, voice: Voice, job: Job): Promise<number> {
  return withTerminal(options, voice, async (connected) => {
    const off = tellPulling(connected.client, voice);
    const done = await job(connected);
    off();
    if (done.ok) return exitStatus.done;
    voice.complain(done.failure);
    return statusOf(done.failure);
  });
}
