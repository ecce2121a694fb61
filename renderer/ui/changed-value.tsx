// Now -> new, with what differs marked: an octet, a prefix length, a server of a list. The mark is an underline and a
// weight as well as a colour. Values are monospaced; words are not.
import { Fragment } from "react";
import { compareParts } from "./compare-parts.ts";

interface ChangedValueProps {
  readonly value: string;
  readonly against: string;
  readonly tone: "old" | "new";
}

export function ChangedValue({ value, against, tone }: ChangedValueProps) {
  const mark = tone === "new" ? "text-accent-strong decoration-accent" : "text-soft decoration-edge";
  const isValue = /^[\d./:, ?]+$/.test(value);
  // A list breaks between its entries, and nothing breaks in the middle of an address.
  const wrap = value.includes(",") ? "break-keep wrap-normal" : "whitespace-nowrap";
  return (
    <span className={isValue ? `font-mono text-16 ${wrap}` : "text-14"}>
      {compareParts(value, against).map((part, place) => (
        <Fragment key={place}>
          {part.isChanged ? (
            <mark
              className={`whitespace-nowrap bg-transparent font-semibold underline decoration-2 underline-offset-4 ${mark}`}
            >
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
