// Lines as they are: HTML and escape sequences in them are text. Masked card numbers stand out as masked. Only the lines in
// sight are in the page, so that twenty thousand cost no more than twenty.
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useLayoutEffect, useRef } from "react";
import { type LogLine, showControls, splitMasks } from "./log-text.ts";

interface LogLinesProps {
  readonly label: string;
  readonly lines: readonly LogLine[];
  /** Lower case; empty marks nothing. */
  readonly highlight: string;
  readonly maskName: string;
}

/** Pixels: of a row of text, of a column of it, and what a line leaves free on both sides. */
const rowHeight = 20;
const columnWidth = 7.83;
const margins = 32;
/** For the moment before the width is known. */
const usualColumns = 100;
/** Lines kept ready beyond those in sight, so that a fast scroll meets text. */
const overscan = 20;

export function LogLines({ label, lines, highlight, maskName }: LogLinesProps) {
  const ref = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => ref.current,
    estimateSize: (place) => estimateHeight(lines[place]?.columns ?? 1, ref.current?.clientWidth ?? 0),
    overscan,
    paddingStart: 8,
    paddingEnd: 8,
    // What is measured above must not move what is being read.
    anchorTo: "end",
  });
  useLayoutEffect(() => {
    // Heights are kept by place, and other lines stand there now.
    virtualizer.measure();
  }, [lines, virtualizer]);
  useEffect(() => {
    // The latest line is what people come for.
    virtualizer.scrollToEnd();
  }, [lines, virtualizer]);
  return (
    <div
      ref={ref}
      role="log"
      aria-label={label}
      aria-live="off"
      tabIndex={0}
      className="min-h-0 grow overflow-auto rounded-panel border border-line bg-surface font-mono text-13 contain-strict"
    >
      <div className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className="absolute top-0 left-0 w-full"
            style={{ transform: `translateY(${start}px)` }}
          >
            <Line line={lines[index]?.text ?? ""} highlight={highlight} maskName={maskName} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Near enough to scroll by; what comes into sight is measured. */
function estimateHeight(columns: number, width: number): number {
  const most = width <= margins ? usualColumns : Math.ceil((width - margins) / columnWidth);
  return rowHeight * Math.max(1, Math.ceil(columns / most));
}

const Line = memo(function Line({
  line,
  highlight,
  maskName,
}: {
  readonly line: string;
  readonly highlight: string;
  readonly maskName: string;
}) {
  return (
    <div className="px-4 break-words whitespace-pre-wrap hover:bg-sunken">
      {splitMasks(showControls(line)).map((part, place) =>
        part.isMask ? (
          <span
            key={place}
            title={maskName}
            data-mask=""
            className="rounded-[0.25rem] bg-ok-wash px-1 font-semibold text-ok"
          >
            {part.text}
          </span>
        ) : (
          <Highlighted key={place} text={part.text} wanted={highlight} />
        ),
      )}
    </div>
  );
});

function Highlighted({ text, wanted }: { readonly text: string; readonly wanted: string }) {
  const at = wanted === "" ? -1 : text.toLowerCase().indexOf(wanted);
  if (at < 0) return text;
  const end = at + wanted.length;
  return (
    <>
      {text.slice(0, at)}
      <mark className="bg-odd-wash text-ink underline decoration-odd decoration-2">{text.slice(at, end)}</mark>
      <Highlighted text={text.slice(end)} wanted={wanted} />
    </>
  );
}
