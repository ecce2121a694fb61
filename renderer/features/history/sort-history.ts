import type { HistoryEntry } from "../../../electron/contract/history.ts";

export const historyOrders = ["newest", "oldest", "terminal", "outcome"] as const;
export type HistoryOrder = (typeof historyOrders)[number];

/** `pushes`: the newest first. Those that are equal stay in that order. */
export function sortHistory(pushes: readonly HistoryEntry[], order: HistoryOrder): readonly HistoryEntry[] {
  if (order === "newest") return pushes;
  if (order === "oldest") return pushes.toReversed();
  const key = order === "terminal" ? nameTerminal : nameOutcome;
  return pushes.toSorted((one, other) => key(one).localeCompare(key(other), "en", { numeric: true }));
}

function nameTerminal({ terminal: { hostName, serialNumber, macs, port } }: HistoryEntry): string {
  return hostName ?? serialNumber ?? macs[0] ?? port;
}

/** What is not settled comes first: somebody has to look after it. */
function nameOutcome({ outcome }: HistoryEntry): string {
  return outcome === null ? "0" : outcome === "unknown" ? "1" : outcome;
}
