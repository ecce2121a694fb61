// [terminal] ---- [link] ---- [router] ---- [names] ---- [acquirer]
//
// A whole line as far as the way is good, a broken one into the first wrong hop, dots beyond it.
import { HopGlyph, type HopId } from "./hop-glyph.tsx";
import { type HopState, StateMark, stateColours } from "./state-mark.tsx";

export interface HopView {
  readonly id: HopId;
  readonly glyph: HopId | "wifi";
  readonly name: string;
  readonly state: HopState;
  readonly word: string;
  readonly value: string | null;
  /** All of it in one phrase, for those who hear the page. */
  readonly spoken: string;
}

interface PathPictureProps {
  readonly title: string;
  readonly hops: readonly HopView[];
  /** Where the eye should go; the way is broken there. */
  readonly broken: HopId | null;
}

export function PathPicture({ title, hops, broken }: PathPictureProps) {
  const breakAt = hops.findIndex((hop) => hop.id === broken);
  return (
    <ol aria-label={title} className="grid grid-cols-5" data-testid="path">
      {hops.map((hop, place) => (
        <Hop
          key={hop.id}
          hop={hop}
          isBroken={hop.id === broken}
          line={place === 0 ? null : chooseLine(place, breakAt)}
        />
      ))}
    </ol>
  );
}

type Line = "whole" | "broken" | "dotted";

function chooseLine(place: number, breakAt: number): Line {
  if (breakAt < 0 || place < breakAt) return "whole";
  return place === breakAt ? "broken" : "dotted";
}

function Hop({
  hop,
  isBroken,
  line,
}: {
  readonly hop: HopView;
  readonly isBroken: boolean;
  readonly line: Line | null;
}) {
  const isQuiet = hop.state === "unknown" || hop.state === "not-needed";
  const frame = isBroken
    ? hop.state === "wrong"
      ? "border-wrong bg-wrong-wash text-wrong border-2"
      : "border-odd bg-odd-wash text-odd border-2"
    : `bg-surface ${isQuiet ? "border-line text-soft" : "border-edge text-ink"}`;
  return (
    <li
      className="relative flex min-w-0 flex-col items-center px-1 text-center"
      data-hop={hop.id}
      data-state={hop.state}
    >
      <span className="sr-only">{hop.spoken}</span>
      {line !== null && <Segment line={line} />}
      <div
        aria-hidden="true"
        className={`relative z-10 grid size-16 place-items-center rounded-panel border low:size-11 ${frame}`}
      >
        <HopGlyph hop={hop.glyph} className="size-9 low:size-7" />
        <StateMark state={hop.state} className="absolute -right-2 -bottom-2 size-5.5 rounded-full" />
      </div>
      <div aria-hidden="true" className="mt-3 flex w-full min-w-0 flex-col items-center low:mt-2">
        <span className={`text-14 ${isBroken ? "font-semibold" : ""}`}>{hop.name}</span>
        <span className={`text-13 ${stateColours[hop.state]} ${isBroken ? "font-semibold" : ""}`}>{hop.word}</span>
        {hop.value !== null && <span className="mt-0.5 font-mono text-13 text-soft low:hidden">{hop.value}</span>}
      </div>
    </li>
  );
}

/** From the middle of the hop before to the middle of this one; the frames cover its ends. */
function Segment({ line }: { readonly line: Line }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      className="absolute top-6.5 right-1/2 h-3 w-full low:top-4"
      fill="none"
      vectorEffect="non-scaling-stroke"
    >
      {line === "broken" ? (
        <>
          <path d="M0 6h44M56 6h44" className="stroke-edge" strokeWidth="2" vectorEffect="non-scaling-stroke" />
          <path d="M46 0l-3 12M57 0l-3 12" className="stroke-wrong" strokeWidth="2" vectorEffect="non-scaling-stroke" />
        </>
      ) : (
        <path
          d="M0 6h100"
          className={line === "whole" ? "stroke-edge" : "stroke-line"}
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          {...(line === "dotted" ? { strokeDasharray: "2 6", strokeLinecap: "round" as const } : {})}
        />
      )}
    </svg>
  );
}
