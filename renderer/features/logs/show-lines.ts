// From a finding or a cause on another screen to the lines of the terminal's logs that speak of it: those that are open when
// they are this terminal's, else they are pulled first.
import { useEffect } from "react";
import type { Desk } from "../session/desk.ts";
import type { WantedLines } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { findKeptLogs, pullTerminal } from "./kept-logs.ts";
import { changeFilter } from "./viewer/view-actions.ts";
import { change, everything, findViewer } from "./viewer/viewer-state.ts";

/** Takes what another screen asked to be shown. */
export function useWantedLines(): void {
  const desk = useDesk();
  const { wantedLines } = useSession();
  useEffect(() => {
    if (wantedLines === null) return;
    desk.store.change((state) => ({ ...state, wantedLines: null }));
    void showLines(desk, wantedLines);
  }, [desk, wantedLines]);
}

async function showLines(desk: Desk, wanted: WantedLines): Promise<void> {
  const { client, store } = desk;
  const { connection } = store.read();
  const viewer = findViewer(client);
  if (connection.kind !== "open") return;
  const { session } = connection;
  const causes = "causes" in wanted ? wanted.causes : await findCauses({ client }, wanted.rule);
  change(viewer, { hasNoLines: causes.length === 0 });
  if (causes.length === 0) return;
  if (viewer.store.read().session !== session) {
    const logs = findKeptLogs(client);
    await pullTerminal(desk, session, false);
    // Nothing new since the last pull: what was pulled then is pulled again.
    if (logs.store.read().isNothingNew) await pullTerminal(desk, session, true);
  }
  if (viewer.store.read().session !== session) return;
  changeFilter(viewer, { ...everything, causes });
  change(viewer, { side: "causes" });
}

async function findCauses({ client }: Pick<Desk, "client">, rule: string): Promise<readonly string[]> {
  const found = await client.call("log.cause-of", { rule });
  return found.ok && found.value.cause !== null ? [found.value.cause] : [];
}
