// The signal over time, drawn; what it says stands in words beside it and in its name for those who do not see it.
import { useEffect, useRef } from "react";
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useSpeech } from "../../i18n/speech.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";
import { ends, findSpread, type Sample, type Scale, weakBelow } from "./signal-samples.ts";

const height = 180;

interface SignalPlotProps {
  readonly samples: readonly Sample[];
  readonly scale: Scale;
}

export function SignalPlot({ samples, scale }: SignalPlotProps) {
  const { say, tellTime } = useSpeech();
  const [{ theme }] = usePreferences();
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot | null>(null);
  const latest = useRef(samples);
  latest.current = samples;
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const made = new UPlot(
      describePlot({ width: element.clientWidth, scale, tellTime, colours: readColours() }),
      arrange(latest.current),
      element,
    );
    plot.current = made;
    const watcher = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      made.destroy();
      plot.current = null;
    };
    // The canvas holds colours, so another theme is another picture.
  }, [scale, tellTime, theme]);
  useEffect(() => plot.current?.setData(arrange(samples)), [samples]);
  const spread = findSpread(samples);
  return (
    <div
      ref={frame}
      role="img"
      aria-label={spread === null ? say("signal.unknown") : say("signal.told", { ...spread, limit: weakBelow[scale] })}
      className="h-45 w-full overflow-hidden"
      data-testid="signal-plot"
    />
  );
}

/** Time in seconds, and the signal. */
function arrange(samples: readonly Sample[]): UPlot.AlignedData {
  return [samples.map(({ at }) => at / 1000), samples.map(({ dbm }) => dbm)];
}

/** The dashed line below which a signal is weak, from edge to edge. */
function drawLimit(plot: UPlot, limit: number, colour: string): void {
  const { ctx, bbox } = plot;
  const y = Math.round(plot.valToPos(limit, "y", true));
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

interface Colours {
  readonly line: string;
  readonly limit: string;
  readonly words: string;
  readonly grid: string;
}

/** As the theme has them now; a canvas does not know variables. */
function readColours(): Colours {
  const probe = document.createElement("span");
  document.body.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--color-${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = { line: read("accent"), limit: read("odd"), words: read("soft"), grid: read("line") };
  probe.remove();
  return colours;
}

interface Drawing {
  readonly width: number;
  readonly scale: Scale;
  readonly tellTime: (milliseconds: number) => string;
  readonly colours: Colours;
}

/** A minute at least: what uPlot would give a single moment is a whole day. */
function findSpan({ data: [moments] }: UPlot): [number, number] {
  const first = moments[0] ?? 0;
  return [first, Math.max(moments.at(-1) ?? first, first + 60)];
}

function describePlot({ width, scale, tellTime, colours }: Drawing): UPlot.Options {
  const axis = {
    stroke: colours.words,
    grid: { stroke: colours.grid, width: 1 },
    ticks: { show: false },
    font: "12px system-ui",
  };
  const [least, most] = ends[scale];
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    hooks: { draw: [(plot) => drawLimit(plot, weakBelow[scale], colours.limit)] },
    scales: {
      x: { time: true, range: findSpan },
      y: { range: [least, most] },
    },
    axes: [
      { ...axis, size: 28, space: 110, values: (_plot, moments) => moments.map((moment) => tellTime(moment * 1000)) },
      { ...axis, size: 44, space: 26 },
    ],
    series: [{}, { stroke: colours.line, width: 2, points: { show: true, size: 4, fill: colours.line } }],
  };
}
