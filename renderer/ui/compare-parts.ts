export interface Part {
  readonly text: string;
  readonly isChanged: boolean;
}

/** In a list, each entry that the other lacks; else the numbers that differ; else, with another form, all of it. */
export function compareParts(value: string, against: string): readonly Part[] {
  const entries = value.split(/(,\s*)/);
  const others = against.split(/,\s*/);
  if (entries.length > 1 || others.length > 1) {
    return entries.map((text) => ({ text, isChanged: !text.startsWith(",") && !others.includes(text) }));
  }
  const own = splitNumbers(value);
  const other = splitNumbers(against);
  const hasSameForm =
    own.length === other.length && own.every((part, place) => isMark(part) === isMark(other[place] ?? ""));
  return own.map((text, place) => ({ text, isChanged: hasSameForm ? text !== other[place] : true }));
}

function splitNumbers(text: string): readonly string[] {
  return text.split(/([./:])/).filter((part) => part !== "");
}

function isMark(part: string): boolean {
  return /^[./:]$/.test(part);
}
