// The whole span of a log as bars: how many lines, how bad, where nothing was written, where the terminal restarted. A click
// goes there, a drag keeps only that time; by keyboard it is a slider.
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { LogTimeline } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { drawTimeline } from "./draw-timeline.ts";
import { printTime } from "./print-time.ts";

interface TimelineProps {
  readonly timeline: LogTimeline;
  readonly offset: number;
  /** The current line's. */
  readonly at: number | null;
  readonly onGo: (time: number) => void;
  readonly onRange: (from: number, to: number) => void;
}

/** Pixels that make a drag. */
const shortestDrag = 6;

export function Timeline(props: TimelineProps) {
  const { say } = useSpeech();
  const { timeline, offset } = props;
  const { first, last, gaps, jumps, restarts } = timeline;
  if (first === null || last === null) return <p className="px-3 text-13 text-soft">{say("viewer.timeline-none")}</p>;
  const span = say("viewer.timeline-span", { first: printTime(first, offset), last: printTime(last, offset) });
  const daily = restarts.filter(({ isDaily }) => isDaily).length;
  const sum = [
    span,
    ...(gaps.length > 0 ? [say("viewer.timeline-gaps", { gaps: gaps.length })] : []),
    ...(jumps.length > 0 ? [say("viewer.timeline-jumps", { jumps: jumps.length })] : []),
    ...(restarts.length > 0 ? [say("viewer.timeline-restarts", { restarts: restarts.length })] : []),
    ...(daily > 0 ? [say("viewer.timeline-daily", { daily })] : []),
  ].join(" · ");
  return (
    <div className="flex flex-col gap-0.5 px-3">
      <Bars {...props} first={first} last={last} sum={sum} />
      <p className="truncate text-13 text-soft low:hidden" title={sum}>
        {sum}
      </p>
    </div>
  );
}

interface BarsProps extends TimelineProps {
  readonly first: number;
  readonly last: number;
  readonly sum: string;
}

function Bars(props: BarsProps) {
  const { timeline, offset, at, first, last, sum, onGo } = props;
  const { say } = useSpeech();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { drag, handlers } = useDrag(props);
  useDrawing(canvas, timeline, { at, drag });
  const { buckets } = timeline;
  const share = ((at ?? first) - first) / Math.max(1, last - first);
  const bucket = Math.min(buckets.length - 1, Math.max(0, Math.floor(share * buckets.length)));
  const { count = 0, errors = 0, warnings = 0 } = buckets[bucket] ?? {};
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = {
      ArrowRight: 1,
      ArrowLeft: -1,
      PageDown: 20,
      PageUp: -20,
      Home: -buckets.length,
      End: buckets.length,
    };
    const step = steps[event.key as keyof typeof steps];
    if (step === undefined) return;
    event.preventDefault();
    const target = Math.max(0, Math.min(1, (bucket + step + 0.5) / buckets.length));
    onGo(first + target * (last - first));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={say("viewer.timeline")}
      aria-valuemin={0}
      aria-valuemax={buckets.length - 1}
      aria-valuenow={bucket}
      aria-valuetext={say("viewer.timeline-value", { at: printTime(at ?? first, offset), count, errors, warnings })}
      title={sum}
      className="cursor-crosshair touch-none rounded-control border border-line bg-surface"
      onKeyDown={onKeyDown}
      {...handlers}
    >
      <canvas ref={canvas} aria-hidden="true" className="block h-12 w-full low:h-7" />
    </div>
  );
}

interface Drag {
  readonly from: number;
  readonly to: number;
}

/** A click, or a stretch between two places; both in shares of the width. */
function useDrag({ first, last, onGo, onRange }: BarsProps) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const timeAt = (share: number): number => first + Math.max(0, Math.min(1, share)) * Math.max(1, last - first);
  const shareOf = (event: PointerEvent): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return (event.clientX - box.left) / box.width;
  };
  const handlers = {
    onPointerDown: (event: PointerEvent): void => {
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: shareOf(event), to: shareOf(event) });
    },
    onPointerMove: (event: PointerEvent): void => {
      const to = shareOf(event);
      setDrag((before) => (before === null ? null : { ...before, to }));
    },
    onPointerUp: (event: PointerEvent): void => {
      if (drag === null) return;
      const { width } = event.currentTarget.getBoundingClientRect();
      setDrag(null);
      if (Math.abs(drag.to - drag.from) * width < shortestDrag) onGo(timeAt(drag.from));
      else onRange(timeAt(Math.min(drag.from, drag.to)), timeAt(Math.max(drag.from, drag.to)));
    },
  };
  return { drag, handlers };
}

function useDrawing(
  canvas: { readonly current: HTMLCanvasElement | null },
  timeline: LogTimeline,
  { at, drag }: { readonly at: number | null; readonly drag: { readonly from: number; readonly to: number } | null },
): void {
  const [size, setSize] = useState(0);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setSize(element.clientWidth * 1000 + element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvas, timeline.first]);
  useEffect(() => {
    if (canvas.current !== null && size > 0) drawTimeline(canvas.current, timeline, { at, drag });
  }, [canvas, timeline, at, drag, size]);
}
