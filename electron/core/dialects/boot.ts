// A machine that is starting: what it prints, and the wait until it is up.
//
//   boot text --> nothing is sent --> a prompt that a person answers, or 10 s of silence --> up      (bounded: 120 s)
//
// A key stops U-Boot, and a terminal that is stopped there serves nobody. Its countdown repeats a digit once a second.
import type { Clock } from "../bytes/surroundings.ts";
import { stripEscapes } from "../frames/console-text.ts";
import type { Task } from "./task.ts";
import { recognizePrompt } from "./linux-console/prompts.ts";

/** Milliseconds of listening after which a countdown has shown itself. */
export const countdownTick = 1100;
const bootSilence = 10_000;
const nextLook = 250;
/** A starting terminal is waited for no longer than this. */
const bootPatience = 120_000;

/** Text that only a starting machine prints. Time stamps alone do not count: a running kernel logs too. */
const boot =
  /U-Boot (?:[ST]PL )?\d|SPL \d|BootROM|DRAM: +\d|Loading Environment from|Hit any key to stop|autoboot|Starting kernel|Linux version \d|Booting Linux|Uncompressing|Freeing unused kernel|SeaBIOS|iPXE|GRUB (?:loading|version)|\[ {2}OK {2}\] |Starting version \d|Loading initial ramdisk|DDR \w+ init/;
/** U-Boot writes the seconds that are left over each other (common/autoboot.c): backspaces, then the number. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const countdown = /\x08{2,3} ?\d/;

export function isBootText(heard: string): boolean {
  return boot.test(stripEscapes(heard)) || countdown.test(heard);
}

/** A line that is only listened to. */
export interface HeardLine {
  readonly clock: Clock;
  readonly heard: string;
  /** Milliseconds since the last byte. */
  readonly quietFor: number;
  /** Whether nothing was heard for `quiet` milliseconds, within the wait. */
  waitForQuiet(quiet: number, wait: { readonly within: number; readonly signal: AbortSignal }): Promise<boolean>;
}

/** True when a prompt stands there or the line fell silent; false when neither came in time. Sends nothing. */
export async function waitForBoot(line: HeardLine, task: Task): Promise<boolean> {
  task.onStage("starting");
  const deadline = line.clock.now() + bootPatience;
  while (line.clock.now() < deadline) {
    const quiet = await line.waitForQuiet(1000, { within: bootPatience, signal: task.signal });
    if (!quiet) return false;
    const prompt = recognizePrompt(line.heard);
    if (prompt && prompt.kind !== "shell") return true;
    if (line.quietFor >= bootSilence) return true;
    // Whoever stops the task is heard by the wait above.
    await line.clock.delay(nextLook, task.signal).catch(() => undefined);
  }
  return false;
}
