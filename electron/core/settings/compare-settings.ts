// Two sets of settings -> what differs, value by value. Interfaces, hosts and the like are told apart by their names, not by
// the order in which they were read.

/** Null: it was not there. */
export interface Difference {
  /** As `interfaces.eth0.ipv4.address`. */
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a list's items are called by, in the order of preference. */
const names = ["name", "destination", "address", "host"] as const;

export function compareSettings(from: unknown, to: unknown): readonly Difference[] {
  const before = flatten(from);
  const after = flatten(to);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [old = null, now = null] = [before.get(field), after.get(field)];
    return old === now ? [] : [{ field, from: old, to: now }];
  });
}

function flatten(value: unknown, path = "", found: Map<string, string> = new Map()): ReadonlyMap<string, string> {
  if (value === null || value === undefined) return found;
  if (typeof value !== "object") {
    found.set(path, typeof value === "string" ? value : JSON.stringify(value));
    return found;
  }
  const entries = Array.isArray(value) ? nameItems(value) : Object.entries(value);
  for (const [name, item] of entries) flatten(item, path === "" ? name : `${path}.${name}`, found);
  return found;
}

/** Plain values have only their place; so have items that share a name. */
function nameItems(items: readonly unknown[]): readonly (readonly [string, unknown])[] {
  const named = items.map((item, place) => nameItem(item) ?? String(place));
  return items.map((item, place) => {
    const name = named[place] ?? "";
    return [named.indexOf(name) === place ? name : `${name}#${place}`, item];
  });
}

function nameItem(item: unknown): string | null {
  if (typeof item !== "object" || item === null) return null;
  const values: Readonly<Record<string, unknown>> = { ...item };
  const name = names.map((key) => values[key]).find((value) => typeof value === "string");
  return typeof name === "string" ? name : null;
}
