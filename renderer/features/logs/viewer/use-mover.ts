// Where a list of lines stands, and what moves it: the wheel, the bar, keys, and new lines at its end.
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { placeOfTop, type ScrollScale, topOfPlace } from "./scroll-window.ts";

/** Pixels of a row of text. */
export const rowHeight = 20;
const wheelLine = 3 * rowHeight;

interface Moving {
  readonly frame: { readonly current: HTMLDivElement | null };
  readonly layer: { readonly current: HTMLDivElement | null };
  readonly scale: ScrollScale;
  readonly visible: number;
  readonly lastTop: number;
  readonly top: number;
  readonly setTop: (top: number) => void;
  /** Whether a person has moved to the end, or away from it. */
  readonly onPin: ((isPinned: boolean) => void) | undefined;
}

interface Mover {
  readonly moveTo: (top: number) => void;
  readonly moveToEnd: () => void;
  readonly onScroll: () => void;
  /** Pixels of the row on top. */
  readonly topHeight: number;
}

/** The wheel moves by rows, the bar by its scale; either draws at most once in a frame. */
export function useMover(moving: Moving): Mover {
  const latest = useRef(moving);
  latest.current = moving;
  const pending = useRef<{ top: number; frame: number } | null>(null);
  const set = useRef({ place: -1 });
  const [mover] = useState(() => {
    const draw = (): void => {
      const { frame, scale, visible, setTop } = latest.current;
      const wanted = pending.current;
      pending.current = null;
      if (wanted === null || frame.current === null) return;
      flushSync(() => setTop(wanted.top));
      const bar = Math.round(placeOfTop(Math.min(wanted.top, scale.lastTop), scale, visible));
      if (frame.current.scrollTop === bar) return;
      frame.current.scrollTop = bar;
      set.current.place = frame.current.scrollTop;
    };
    const moveTo = (top: number): void => {
      const bounded = Math.max(0, Math.min(top, latest.current.lastTop));
      latest.current.onPin?.(bounded >= latest.current.scale.lastTop - 0.01);
      place(bounded);
    };
    const place = (bounded: number): void => {
      if (pending.current === null) pending.current = { top: bounded, frame: requestAnimationFrame(draw) };
      else pending.current.top = bounded;
    };
    return {
      moveTo,
      moveToEnd: () => place(latest.current.scale.lastTop),
      moveBy: (pixels: number): void => {
        const height = pixels > 0 ? topHeightOf(latest.current.layer.current) : rowHeight;
        moveTo((pending.current?.top ?? latest.current.top) + pixels / height);
      },
      onScroll: (): void => {
        const { frame, scale, visible } = latest.current;
        const place = frame.current?.scrollTop ?? 0;
        // What was set here is no movement of the bar.
        if (Math.abs(place - set.current.place) < 1) return;
        set.current.place = -1;
        moveTo(topOfPlace(place, scale, visible));
      },
    };
  });
  useWheel(moving.frame, mover.moveBy);
  return { ...mover, topHeight: topHeightOf(moving.layer.current) };
}

function topHeightOf(layer: HTMLElement | null): number {
  const first = layer?.firstElementChild;
  return first instanceof HTMLElement && first.offsetHeight > 0 ? first.offsetHeight : rowHeight;
}

function useWheel(frame: Moving["frame"], moveBy: (pixels: number) => void): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const turn = (event: WheelEvent): void => {
      if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      moveBy(event.deltaMode === 0 ? event.deltaY : event.deltaY * wheelLine);
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [frame, moveBy]);
}
