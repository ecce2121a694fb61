import type { ListedPort } from "../../../electron/contract/commands.ts";
import { disconnect } from "../session/connect.ts";
import type { Desk } from "../session/desk.ts";
import { isWriting } from "../session/session-state.ts";
import type { Preferences } from "../shell/preferences.ts";

/** The demo terminal whose fault shows what Counterpart is for. */
export function findPracticePort(list: readonly ListedPort[] | null): ListedPort | null {
  const demos = list?.filter(({ kind }) => kind === "demo") ?? [];
  return demos.find(({ path }) => path.includes("broken")) ?? demos[0] ?? null;
}

/** From the first step, whatever was done before; a real terminal is let go, a write that is under way is not. */
export function beginGuide(desk: Desk, prefer: (change: Partial<Preferences>) => void): void {
  if (isWriting(desk.store.read())) return;
  prefer({ guide: "on" });
  desk.store.change((state) => ({ ...state, logs: { ...state.logs, kind: "none", logs: null } }));
  void disconnect(desk);
}
