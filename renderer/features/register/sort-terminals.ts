import type { RegisteredTerminal } from "../../../electron/contract/register.ts";

export const columns = ["serialNumber", "model", "site", "addresses", "lastSeen", "operator", "bench"] as const;
export type Column = (typeof columns)[number];

export interface Order {
  readonly by: Column;
  readonly isDown: boolean;
}

/** A column's text of one terminal; empty where nothing is known. */
export function readColumn(terminal: RegisteredTerminal, column: Column): string {
  switch (column) {
    case "addresses":
      return terminal.addresses.join(" ");
    case "operator":
      return terminal.lastBy?.operator ?? "";
    case "bench":
      return terminal.lastBy?.bench.name ?? "";
    case "model":
      return terminal.model ?? "";
    case "serialNumber":
    case "site":
    case "lastSeen":
      return terminal[column];
  }
}

/** Those of which nothing is known come last, in either direction. */
export function sortTerminals(
  terminals: readonly RegisteredTerminal[],
  { by, isDown }: Order,
): readonly RegisteredTerminal[] {
  const collator = new Intl.Collator("en", { numeric: true });
  const way = isDown ? -1 : 1;
  return terminals.toSorted((one, other) => {
    const [left, right] = [readColumn(one, by), readColumn(other, by)];
    if (left === "" || right === "") return Number(left === "") - Number(right === "");
    return way * collator.compare(left, right);
  });
}
