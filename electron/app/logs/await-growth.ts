// Waits until an open log has more lines than somebody knows of. Files are looked at now and then; a followed terminal says it.
import { setTimeout as delay } from "node:timers/promises";
import type { Input, Output } from "../../contract/commands.ts";
import type { LiveLog } from "./live-log.ts";
import type { OpenedLog } from "./opened-log.ts";

/** Milliseconds between two looks at files on the disk. */
const lookEvery = 300;

export interface GrowingLog {
  readonly log: OpenedLog;
  readonly live: LiveLog | null;
}

export async function awaitGrowth(
  { log, live }: GrowingLog,
  { view, version, round }: Input<"log.grow">,
  signal: AbortSignal,
): Promise<Output<"log.grow">> {
  for (;;) {
    const news = live?.news ?? Promise.withResolvers<null>().promise;
    if (log.isIndexed) await log.grow();
    const isNew = log.version !== version || log.round !== round;
    if (isNew || signal.aborted || log.isClosed) break;
    // Aborted: the loop ends by itself.
    await Promise.race([news, delay(lookEvery, undefined, { signal }).catch(() => undefined)]);
  }
  await log.views.catchUp(view, signal);
  const { count, hitCount } = log.views.find(view);
  return {
    version: log.version,
    round: log.round,
    lines: log.lines.lines,
    rows: count,
    hits: hitCount,
    isCut: log.views.isCut(view),
    lost: live?.lost ?? 0,
    redactions: live?.redactions ?? 0,
  };
}
