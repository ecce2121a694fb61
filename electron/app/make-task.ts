import type { Call } from "../contract/server.ts";
import type { Stage, Task } from "../core/dialects/task.ts";
import type { OpenSession } from "./sessions.ts";

/** How a request on a terminal's line is stopped, and where its progress goes. */
export function makeTask(open: OpenSession, call: Call): Task {
  return { signal: call.signal, onStage: (stage: Stage) => call.emit("stage", { port: open.port, stage }) };
}
