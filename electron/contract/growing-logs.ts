// Logs that grow while they are open: a terminal's that is followed live, and files that others write to.
import { z } from "zod";

const log = z.string().min(1).max(64);
const count = z.number().int().nonnegative();

export const growingLogCommands = {
  /**
   * Follows a terminal into a log that was opened as `live`, until it is cancelled or the terminal ends it. Lines are masked
   * before anything keeps them; `log.grow` tells of them. `asked`: something else was asked of the terminal; `full`: no more
   * is kept.
   */
  "log.follow": {
    input: z.object({ log, session: z.string().min(1).max(64), source: z.string().min(1).max(512).nullable() }),
    output: z.object({ ending: z.enum(["over", "asked", "full"]) }),
  },
  /**
   * Waits until there is more than is known already, and takes it in. What a changed `round` says: described afresh, the log
   * is another one; its views are gone.
   */
  "log.grow": {
    input: z.object({ log, view: count, version: count, round: count }),
    output: z.object({
      version: count,
      round: count,
      lines: count,
      rows: count,
      hits: count,
      isCut: z.boolean(),
      /** Lines of a followed terminal that could not wait and are gone. */
      lost: count,
      redactions: count,
    }),
  },
} as const;
