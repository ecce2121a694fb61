import type { Path } from "./place-in-text.ts";

/** The first field that a schema dropped: one that is in the input and not in what was made of it. */
export function findUnknown(input: unknown, parsed: unknown, path: Path = []): Path | null {
  if (Array.isArray(input) && Array.isArray(parsed)) {
    for (const [place, item] of input.entries()) {
      const found = findUnknown(item, parsed[place], [...path, place]);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isGroup(input) || !isGroup(parsed)) {
    return null;
  }
  for (const [name, value] of Object.entries(input)) {
    if (!Object.hasOwn(parsed, name)) return [...path, name];
    const found = findUnknown(value, parsed[name], [...path, name]);
    if (found !== null) return found;
  }
  return null;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
