// Now -> new, with what differs marked: an octet, a prefix length, a server of a list. The mark is an underline and a
// weight as well as a colour. Values are monospaced; words are not.
import { Fragment } from "react";

interface Part {
  readonly text: string;
  readonly isChanged: boolean;
}

interface ChangedValueProps {
  readonly value: string;
  readonly against: string;
  readonly tone: "old" | "new";
}

export function ChangedValue({ value, against, tone }: ChangedValueProps) {
  const mark = tone === "new" ? "text-accent-strong decoration-accent" : "text-soft decoration-edge";
  const isValue = /^[\d./:, ?]+$/.test(value);
  return (
    <span className={isValue ? "font-mono text-16" : "text-14"}>
      {compareParts(value, against).map((part, place) => (
        <Fragment key={place}>
          {part.isChanged ? (
            <mark className={`bg-transparent font-semibold underline decoration-2 underline-offset-4 ${mark}`}>
              {part.text}
            </mark>
          ) : (
            part.text
          )}
        </Fragment>
      ))}
    </span>
  );
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
