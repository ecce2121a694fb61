import { memo, type ReactNode } from "react";
import type { LogRow } from "../../../../electron/contract/opened-logs.ts";
import { showControls, splitMasks } from "../../../ui/log-text.ts";
import { SeverityMark } from "./severity-mark.tsx";

interface LineRowProps {
  readonly id: string;
  readonly place: number;
  readonly count: number;
  readonly row: LogRow | undefined;
  readonly isWrapped: boolean;
  readonly hasSource: boolean;
  readonly highlight: RegExp | null;
  readonly isHit: boolean;
  readonly isMarked: boolean;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
}

/** A line as it is: HTML and escape sequences in it are text. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { id, place, count, row, isWrapped, hasSource, highlight, isHit, isMarked, isCurrent, isSelected } = props;
  const wash = isSelected ? "bg-accent-wash" : isHit ? "bg-odd-wash" : "";
  return (
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={place + 1}
      data-row={place}
      className={`flex min-h-5 items-stretch leading-5 ${wash} ${isCurrent ? "outline -outline-offset-1 outline-accent" : ""}`}
    >
      <span className="w-17 shrink-0 pr-2 text-right text-soft tabular-nums select-none">
        {isMarked ? "★ " : ""}
        {row?.number ?? ""}
      </span>
      <span className="w-5 shrink-0 select-none">
        {row !== undefined && row.severity !== null && <SeverityMark severity={row.severity} />}
      </span>
      {hasSource && (
        <span className="w-6 shrink-0 text-soft select-none">{row === undefined ? "" : nameSource(row.source)}</span>
      )}
      <span className={isWrapped ? "min-w-0 grow break-words whitespace-pre-wrap" : "whitespace-pre"}>
        {row !== undefined && row.cause !== null && row.cause !== "normal" && (
          <span className="mr-1.5 rounded-[0.25rem] border border-edge px-1 text-soft select-none">{row.cause}</span>
        )}
        {row === undefined ? "…" : <LineText text={row.text} highlight={highlight} />}
        {row !== undefined && row.more > 0 && <span className="text-soft select-none"> …+{row.more}</span>}
      </span>
    </div>
  );
});

/** A, B, C ... as the list of files has them. */
export function nameSource(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : `${letter}${Math.floor(place / 26)}`;
}

const control = /[\u0000-\u0008\u000a-\u001f\u007f]/;

export function LineText({ text, highlight }: { readonly text: string; readonly highlight: RegExp | null }): ReactNode {
  const shown = control.test(text) ? showControls(text) : text;
  if (highlight === null && !shown.includes("*")) return shown;
  return splitMasks(shown).map((part, at) =>
    part.isMask ? (
      <span key={at} data-mask="" className="rounded-[0.25rem] bg-ok-wash font-semibold text-ok">
        {part.text}
      </span>
    ) : (
      <Found key={at} text={part.text} highlight={highlight} />
    ),
  );
}

const mostFound = 50;

function Found({ text, highlight }: { readonly text: string; readonly highlight: RegExp | null }): ReactNode {
  if (highlight === null) return text;
  const parts: ReactNode[] = [];
  let from = 0;
  highlight.lastIndex = 0;
  for (let hit = highlight.exec(text); hit !== null && parts.length < mostFound; hit = highlight.exec(text)) {
    if (hit[0] === "") break;
    parts.push(text.slice(from, hit.index));
    parts.push(
      <mark key={hit.index} className="bg-odd-wash text-ink underline decoration-odd decoration-2">
        {hit[0]}
      </mark>,
    );
    from = hit.index + hit[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}
