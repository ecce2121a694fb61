// After a reload: the session of before where it still is, else the same port once more.
import { beginConnecting, connect, openReport } from "./connect.ts";
import { beginTask, type Desk, isLatest, setConnection } from "./desk.ts";

/** A push that the reload interrupted is taken back first; meanwhile the session is busy. */
const mostTries = 60;
const pause = 1000;

export async function resume(desk: Desk, session: string | null): Promise<void> {
  const { choice } = desk.store.read();
  if (choice === null) return;
  const controller = beginTask(desk, "connect");
  for (let attempt = 0; session !== null && attempt < mostTries; attempt++) {
    setConnection(desk, { ...beginConnecting("read"), stage: "reading" });
    const read = await desk.client.call("terminal.read", { session }, controller.signal);
    if (!isLatest(desk, "connect", controller)) return;
    if (read.ok) {
      openReport(desk, session, read.value);
      return;
    }
    if (read.failure.code !== "session-busy") {
      await desk.client.call("terminal.close", { session });
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!isLatest(desk, "connect", controller)) return;
  }
  if (!controller.signal.aborted) await connect(desk, choice);
  else setConnection(desk, { kind: "idle" });
}
