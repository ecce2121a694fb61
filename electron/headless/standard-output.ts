// Standard output, until nobody takes it any more: a reader that has seen enough (`| head`), or a disk that is full. What is on
// its way to a terminal goes on all the same; only the printing ends, and whatever does nothing but print.
import { showControls } from "./show-controls.ts";

const lost = new AbortController();

/** Aborted when nothing more can be printed. */
export const outputLost: AbortSignal = lost.signal;

/** Null while all could be printed, and for a reader that left, which is no failure. */
function whyOutputFailed(): string | null {
  const code: unknown = lost.signal.aborted ? lost.signal.reason : null;
  return typeof code === "string" && code !== "EPIPE" ? code : null;
}

/** From now on. `tell` is told what went wrong, once, and the process ends with `status` where it would have ended with 0. */
export function watchOutput(status: number, tell: (reason: string) => void): void {
  process.stdout.on("error", lose);
  // Where words cannot be said, nobody can be told.
  process.stderr.on("error", () => undefined);
  process.on("exit", (ended) => {
    const reason = whyOutputFailed();
    if (reason === null) return;
    tell(reason);
    if (ended === 0) process.exitCode = status;
  });
}

/** False: whoever reads is slow, and `drain` tells when to go on. */
export function printOut(text: string | Uint8Array): boolean {
  if (outputLost.aborted || text.length === 0) return true;
  try {
    return process.stdout.write(text);
  } catch (error) {
    lose(error);
    return true;
  }
}

/** Lines that a terminal wrote: as they are for a program, harmless for a person's screen. */
export function printLog(text: string | Uint8Array): boolean {
  if (!process.stdout.isTTY) return printOut(text);
  return printOut(showControls(typeof text === "string" ? text : Buffer.from(text).toString()));
}

/** Words for the person at the shell. */
export function printWords(text: string): void {
  try {
    process.stderr.write(text);
  } catch {
    // As above.
  }
}

function lose(error: unknown): void {
  lost.abort((error as NodeJS.ErrnoException).code ?? "?");
}
