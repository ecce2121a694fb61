// The log of a connected terminal, line by line, for as long as nobody asks anything else of it.
import type { Call } from "../../contract/server.ts";
import type { LogFollowing } from "../../core/dialects/dialect.ts";
import type { Task } from "../../core/dialects/task.ts";
import { type Failure, FailureError } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { followSession } from "../follow-session.ts";
import type { Sessions } from "../sessions.ts";

export type FollowTerminal = (
  session: string,
  following: LogFollowing,
  call: Call,
) => Promise<Result<{ ending: "over" | "asked" }>>;

export function followWith(sessions: Sessions): FollowTerminal {
  return (session, following, call) =>
    sessions.useUntilAsked<{ ending: "over" | "asked" }>(session, async (open, asked) => {
      const signal = AbortSignal.any([call.signal, asked]);
      const onStage: Task["onStage"] = (stage) => call.emit("stage", { port: open.port, stage });
      const ended = await followSession(open, following, { signal, onStage }).catch(nameFailure);
      if (asked.aborted) return succeed({ ending: "asked" });
      return ended.ok ? succeed({ ending: "over" }) : ended;
    });
}

/** A lost line and a stop are thrown. */
function nameFailure(error: unknown): { readonly ok: false; readonly failure: Failure } {
  if (error instanceof FailureError) return fail(error.failure);
  throw error;
}
