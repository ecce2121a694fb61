// What is typed -> the pushes whose terminal, person, settings or result hold it.
import type { HistoryEntry } from "../../../electron/contract/history.ts";
import { nameField } from "../../../electron/core/settings/change.ts";

/** `spoken`: the entry's words on the screen that are not values, in the language of the window. */
export function filterHistory(
  pushes: readonly HistoryEntry[],
  typed: string,
  spoken: (entry: HistoryEntry) => readonly string[],
): readonly HistoryEntry[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return pushes;
  return pushes.filter((entry) =>
    [...listValues(entry), ...spoken(entry)].some((text) => text.toLowerCase().includes(wanted)),
  );
}

function listValues({ who, at, terminal, changes }: HistoryEntry): readonly string[] {
  const { serialNumber, hostName, macs, port } = terminal;
  const values = changes.flatMap(({ from, to, ...change }) => [nameField(change), from ?? "", to ?? ""]);
  return [who, at, serialNumber ?? "", hostName ?? "", ...macs, port, ...values];
}
