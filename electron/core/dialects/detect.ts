// Whose terminal hangs on a line:
//
//   listen --> probe, wait --> next probe ... --> again, until somebody is recognised or the patience is over
//      \--boot text, also later--> wait until it is up (boot.ts)
//
// Only the probes that some family asks for are sent, in the order of probes.ts. What was heard is handed on with the
// port, so that the dialect sees a prompt that has already passed.
import { binaryToBytes } from "../bytes/binary-text.ts";
import type { BytePort } from "../bytes/byte-port.ts";
import type { Clock } from "../bytes/surroundings.ts";
import { type Failure, makeFailure } from "../failures/failure.ts";
import { fail, type Result, succeed } from "../failures/result.ts";
import { countdownTick, isBootText, waitForBoot } from "./boot.ts";
import type { Description } from "./description.ts";
import type { Dialect } from "./dialect.ts";
import type { Task } from "./task.ts";
import { Ear } from "./ear.ts";
import { isGarbage, quoteHeard } from "./heard-text.ts";
import { recognizePrompt } from "./linux-console/prompts.ts";
import { type ProbeName, probeOrder, probes } from "./probes.ts";

export interface Detected {
  readonly dialect: Dialect;
  /** The same port, which says again what was heard meanwhile. */
  readonly port: BytePort;
}

export interface ListenOptions extends Task {
  readonly clock: Clock;
}

export interface DetectOptions extends ListenOptions {
  /** Milliseconds that a terminal may take to answer at all. */
  readonly patience: number;
  /** Quoted in failures only. */
  readonly baudRate: number;
  /** Told everything that somebody nobody knows has said, one character per byte. Raw: it is redacted before it is shown. */
  readonly onUnknown?: (heard: string) => void;
  /** Terminals that are described as data. */
  readonly descriptions?: readonly Description[];
}

/** For a family that is known: listens, and waits for a terminal that is starting. Sends nothing. `still-booting`, `bootloader`. */
export async function listenFirst(port: BytePort, options: ListenOptions): Promise<Result<BytePort>> {
  const ear = new Ear(port, options.clock);
  options.onStage("listening");
  // Whoever has said something that can be a prompt need not be listened to any longer.
  const look = (heard: string): true | null => isBootText(heard) || recognizePrompt(heard) !== null || null;
  await ear.until(look, { step: "listen", within: countdownTick, signal: options.signal });
  const isUp = await passBoot(ear, options);
  const prompt = recognizePrompt(ear.heard);
  const isLoader = prompt?.kind === "bootloader";
  if (isUp && !isLoader) return succeed(ear.handOn());
  ear.stop();
  return fail(isLoader ? makeFailure("bootloader", { prompt: prompt.text }) : makeFailure("still-booting"));
}

/** Failures: `no-answer`, `line-garbled`, `still-booting`, `family-unknown` with what was heard. Rejects when the line is lost. */
export async function detect(
  port: BytePort,
  dialects: readonly Dialect[],
  options: DetectOptions,
): Promise<Result<Detected>> {
  const ear = new Ear(port, options.clock);
  const found = await ask(ear, dialects, options);
  if (found.ok) return succeed({ dialect: found.value, port: ear.handOn() });
  ear.stop();
  return found;
}

async function ask(ear: Ear, dialects: readonly Dialect[], options: DetectOptions): Promise<Result<Dialect>> {
  const wanted = probeOrder.filter((name) => dialects.some(({ signs }) => signs.probe === name));
  const { clock } = options;
  let deadline = clock.now() + options.patience;
  const asked = new Set<ProbeName>();
  const look = (heard: string): Dialect | "starting" | null =>
    isBootText(heard)
      ? "starting"
      : (dialects.find(
          ({ signs: { probe, recognizes, countsWhenAsked } }) =>
            (!countsWhenAsked || asked.has(probe)) && recognizes(heard, options.descriptions),
        ) ?? null);
  const listen = (within: number): Promise<Dialect | "starting" | null> => {
    const left = Math.max(0, Math.min(within, deadline - clock.now()));
    return ear.until(look, { step: "detect", within: left, signal: options.signal });
  };
  options.onStage("listening");
  let seen = await listen(countdownTick);
  for (let turn = 0; ; ) {
    if (seen === "starting") {
      if (!(await passBoot(ear, options))) return fail(makeFailure("still-booting"));
      deadline = clock.now() + options.patience;
      asked.clear();
      seen = look(ear.heard);
      turn = 0;
    }
    if (seen !== null && seen !== "starting") return succeed(seen);
    const name = wanted[turn++ % wanted.length];
    if (name === undefined || clock.now() >= deadline) break;
    options.onStage("waking");
    asked.add(name);
    await ear.port.write(binaryToBytes(probes[name].bytes));
    seen = await listen(probes[name].within);
  }
  const silence = nameSilence(ear.port.name, ear.heard, options.baudRate);
  if (silence.code === "family-unknown") options.onUnknown?.(ear.heard);
  return fail(silence);
}

/** False when it is still starting at the end of the wait. Of the boot text only a prompt behind it stays. */
async function passBoot(ear: Ear, options: ListenOptions): Promise<boolean> {
  if (!isBootText(ear.heard)) return true;
  if (!(await waitForBoot(ear, options))) return false;
  const prompt = recognizePrompt(ear.heard);
  const last = ear.heard.slice(ear.heard.lastIndexOf("\n") + 1);
  ear.keep(prompt === null || isBootText(last) ? "" : last);
  return true;
}

function nameSilence(port: string, heard: string, baud: number): Failure {
  if (heard.trim() === "") return makeFailure("no-answer", { port });
  if (isGarbage(heard)) return makeFailure("line-garbled", { port, baud });
  return makeFailure("family-unknown", { port, heard: quoteHeard(heard) });
}
