// Lines as they are: HTML and escape sequences in them are text. Masked card numbers stand out as masked.
import { memo, useEffect, useRef } from "react";
import { showControls, splitMasks } from "./log-text.ts";

interface LogLinesProps {
  readonly label: string;
  readonly lines: readonly string[];
  /** Lower case; empty marks nothing. */
  readonly highlight: string;
  readonly maskName: string;
}

/** The browser lays out only the blocks in sight (content-visibility), so that thousands of lines cost nothing. */
const blockSize = 100;
const lineHeight = 20;

export function LogLines({ label, lines, highlight, maskName }: LogLinesProps) {
  const ref = useRef<HTMLDivElement>(null);
  const blocks = Array.from({ length: Math.ceil(lines.length / blockSize) }, (_, place) =>
    lines.slice(place * blockSize, (place + 1) * blockSize),
  );
  useEffect(() => {
    // The latest line is what people come for.
    ref.current?.scrollTo({ top: ref.current.scrollHeight });
  }, [lines]);
  return (
    <div
      ref={ref}
      role="log"
      aria-label={label}
      aria-live="off"
      tabIndex={0}
      className="min-h-0 grow overflow-auto rounded-panel border border-line bg-surface py-2 font-mono text-13"
    >
      {blocks.map((block, place) => (
        <div
          key={place}
          style={{ contentVisibility: "auto", containIntrinsicSize: `auto ${block.length * lineHeight}px` }}
        >
          {block.map((line, row) => (
            <Line key={row} line={line} highlight={highlight} maskName={maskName} />
          ))}
        </div>
      ))}
    </div>
  );
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
