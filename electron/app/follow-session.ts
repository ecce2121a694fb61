// Following a session's log, with a note for as long as something runs there that a lost line would leave behind.
import type { LogFollowing } from "../core/dialects/dialect.ts";
import type { Task } from "../core/dialects/task.ts";
import { FailureError } from "../core/failures/failure.ts";
import type { Result } from "../core/failures/result.ts";
import type { OpenSession } from "./sessions.ts";

/** Rejects when it is stopped or the line is lost. */
export async function followSession(open: OpenSession, following: LogFollowing, task: Task): Promise<Result<null>> {
  open.running?.begin();
  let isLost = false;
  try {
    return await open.dialect.followLogs(following, task);
  } catch (error) {
    isLost = error instanceof FailureError && error.failure.code === "port-lost";
    throw error;
  } finally {
    if (!isLost) open.running?.end();
  }
}
