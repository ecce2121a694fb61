// Now -> new, with what differs marked: an octet, a prefix length, a server of a list. The mark is an underline as
// well as a colour.
import { Fragment } from "react";

interface Part {
  readonly text: string;
  readonly isChanged: boolean;
}

export function ChangedValue({ value, against, tone }: { readonly value: string; readonly against: string; readonly tone: "old" | "new" }) {
  const mark = tone === "new" ? "bg-accent-wash text-accent-strong decoration-accent" : "text-soft decoration-edge";
  return (
    <span className="font-mono text-16">
      {compareParts(value, against).map((part, place) => (
        <Fragment key={place}>
          {part.isChanged ? (
            <mark className={`bg-transparent font-semibold underline decoration-2 underline-offset-4 ${mark}`}>{part.text}</mark>
          ) : (
            part.text
          )}
        </Fragment>
      ))}
    </span>
  );
}

/** Split at the marks between numbers; compared from the start as far as both have the same form, else all of it differs. */
export function compareParts(value: string, against: string): readonly Part[] {
  const own = splitParts(value);
  const other = splitParts(against);
  const sameForm = own.length === other.length && own.every((part, place) => isMark(part) === isMark(other[place] ?? ""));
  return own.map((text, place) => ({ text, isChanged: sameForm ? text !== other[place] : true }));
}

function splitParts(text: string): readonly string[] {
  return text.split(/([./,:])/).filter((part) => part !== "");
}

function isMark(part: string): boolean {
  return /^[./,:]$/.test(part);
}
