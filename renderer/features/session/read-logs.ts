import { timed } from "../wait/pace.ts";
import { loseSession } from "./connect.ts";
import { beginTask, cancelTask, type Desk, endsSession, isLatest } from "./desk.ts";

export async function readLogs(desk: Desk): Promise<void> {
  const { connection, logs, choice } = desk.store.read();
  if (connection.kind !== "open" || logs.kind === "reading") return;
  const controller = beginTask(desk, "logs");
  desk.store.change((state) => ({ ...state, logs: { ...state.logs, kind: "reading", failure: null } }));
  const { session } = connection;
  const read = await timed("logs", `${choice?.port ?? ""} ${logs.count}`, () =>
    desk.client.call("logs.read", { session, lines: logs.count }, controller.signal),
  );
  if (!isLatest(desk, "logs", controller)) return;
  desk.store.change((state) => {
    const shown = read.ok ? read.value : state.logs.logs;
    const failure = read.ok || read.failure.code === "cancelled" ? null : read.failure;
    return { ...state, logs: { ...state.logs, kind: shown === null ? "none" : "shown", logs: shown, failure } };
  });
  if (!read.ok && endsSession(read.failure)) loseSession(desk, read.failure, "reading");
}

export function cancelLogs(desk: Desk): void {
  cancelTask(desk, "logs");
}
