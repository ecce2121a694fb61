// Bars of line counts; errors and warnings in them from below, hatched and solid, so that they differ without colour; gaps as
// bands; restarts as triangles on top, the daily ones hollow; set-back clocks as notches; the current line as a rule.
import type { LogTimeline } from "../../../../electron/contract/opened-logs.ts";

interface Around {
  readonly at: number | null;
  readonly drag: { readonly from: number; readonly to: number } | null;
}

export function drawTimeline(canvas: HTMLCanvasElement, timeline: LogTimeline, { at, drag }: Around): void {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const scale = devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext("2d");
  const { first, last } = timeline;
  if (pen === null || first === null || last === null) return;
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(`--color-${name}`);
  const place = (time: number): number => ((time - first) / Math.max(1, last - first)) * width;
  pen.scale(scale, scale);
  pen.fillStyle = resolve(canvas, colour("sunken"));
  for (const { from, to } of timeline.gaps) pen.fillRect(place(from), 0, Math.max(1, place(to) - place(from)), height);
  drawBars(pen, timeline, { width, height, colour: (name) => resolve(canvas, colour(name)) });
  pen.fillStyle = pen.strokeStyle = resolve(canvas, colour("ink"));
  for (const { at: time, isDaily } of timeline.restarts) if (time !== null) drawTriangle(pen, place(time), isDaily);
  for (const { to } of timeline.jumps) pen.fillRect(place(to) - 1, height - 5, 2, 5);
  pen.fillStyle = resolve(canvas, colour("accent"));
  if (at !== null) pen.fillRect(place(at) - 1, 0, 2, height);
  if (drag === null) return;
  pen.globalAlpha = 0.25;
  pen.fillRect(Math.min(drag.from, drag.to) * width, 0, Math.abs(drag.to - drag.from) * width, height);
  pen.globalAlpha = 1;
}

interface Paper {
  readonly width: number;
  readonly height: number;
  readonly colour: (name: string) => string;
}

/** Heights by the square root: a few lines among a million still show. */
function drawBars(pen: CanvasRenderingContext2D, { buckets }: LogTimeline, { width, height, colour }: Paper): void {
  const most = Math.sqrt(Math.max(1, ...buckets.map(({ count }) => count)));
  const room = height - 8;
  const bar = width / buckets.length;
  const tall = (count: number): number => (count === 0 ? 0 : Math.max(2, (Math.sqrt(count) / most) * room));
  buckets.forEach(({ count, errors, warnings, hits }, at) => {
    const put = (value: number, name: string, share: number): void => {
      if (value === 0) return;
      pen.fillStyle = colour(name);
      pen.fillRect(at * bar, height - tall(value), Math.max(1, bar * share), tall(value));
    };
    put(count, "edge", 0.9);
    put(warnings, "odd", 0.6);
    put(errors, "wrong", 0.3);
    if (hits === 0) return;
    pen.fillStyle = colour("accent");
    pen.fillRect(at * bar, 0, Math.max(1, bar * 0.9), 3);
  });
}

function drawTriangle(pen: CanvasRenderingContext2D, x: number, isHollow: boolean): void {
  pen.beginPath();
  pen.moveTo(x - 5, 1);
  pen.lineTo(x + 5, 1);
  pen.lineTo(x, 9);
  pen.closePath();
  if (isHollow) pen.stroke();
  else pen.fill();
}

/** A canvas knows nothing of `light-dark()`. */
function resolve(canvas: HTMLCanvasElement, value: string): string {
  const parts = /^light-dark\((.+),(.+)\)$/.exec(value.trim());
  if (parts === null) return value;
  const isDark =
    getComputedStyle(canvas).colorScheme === "dark" ||
    (getComputedStyle(canvas).colorScheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  return (isDark ? parts[2] : parts[1])?.trim() ?? value;
}
