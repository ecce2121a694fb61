// Millions of lines as a list: only those in sight are in the page, drawn from the row on top downwards, wrapped or not.
import {
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { LineRow } from "./line-row.tsx";
import { type LoadRows, RowPages } from "./row-pages.ts";
import { placeOfTop, scaleScroll, topOfPlace } from "./scroll-window.ts";

export interface Selection {
  /** Where it began, and the row that the keys move. */
  readonly anchor: number;
  readonly current: number;
}

export interface LineListHandle {
  /** Brings a row into sight and makes it the current one. */
  readonly show: (row: number) => void;
}

interface LineListProps {
  readonly label: string;
  /** Of the rows' ids: two lists may stand side by side. */
  readonly idPrefix: string;
  readonly count: number;
  readonly load: LoadRows;
  readonly isWrapped: boolean;
  readonly hasSources: boolean;
  readonly highlight: RegExp | null;
  readonly marked: ReadonlySet<number>;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection) => void;
  readonly handle: Ref<LineListHandle>;
}

/** Pixels of a row of text. */
const rowHeight = 20;
const wheelLine = 3 * rowHeight;

export function LineList(props: LineListProps) {
  const { label, idPrefix, isWrapped, selection } = props;
  const { frame, layer, scale, top, visible, first, inSight, pages, mover, listening } = useListWindow(props);
  return (
    <div
      ref={frame}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={selection === null ? undefined : `${idPrefix}-${selection.current}`}
      tabIndex={0}
      onScroll={mover.onScroll}
      className={`relative min-h-0 grow overflow-y-scroll bg-surface font-mono text-13 contain-strict ${isWrapped ? "overflow-x-hidden" : "overflow-x-auto"}`}
      {...listening}
    >
      <div role="presentation" style={{ height: scale.height }}>
        <div
          role="presentation"
          className="sticky top-0 min-w-full overflow-clip"
          style={{ height: visible, width: isWrapped ? "100%" : "max-content" }}
        >
          <div
            ref={layer}
            role="presentation"
            style={{ transform: `translateY(${-(top - first) * mover.topHeight}px)` }}
          >
            <Rows {...props} first={first} inSight={inSight} pages={pages} />
          </div>
        </div>
      </div>
    </div>
  );
}

/** Which rows are in sight, and what brings others there. */
function useListWindow({ count, load, isWrapped, selection, onSelect, handle }: LineListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [visible, setVisible] = useState(600);
  const [, setRound] = useState(0);
  const pages = usePages(load, () => setRound((round) => round + 1));
  const scale = scaleScroll(count, rowHeight, visible);
  const lastTop = isWrapped ? Math.max(0, count - 1) : scale.lastTop;
  const mover = useMover({ frame, layer, scale, visible, lastTop, top, setTop });
  const first = Math.min(Math.floor(top), Math.max(0, count - 1));
  const inSight = Math.max(0, Math.min(Math.ceil(visible / rowHeight) + 1, count - first));
  const rows = Math.floor(visible / rowHeight);
  useEffect(() => {
    if (count > 0) pages.want(first, first + inSight - 1, count);
  }, [pages, first, inSight, count]);
  useVisibleHeight(frame, setVisible);
  useImperativeHandle(handle, () => ({
    show: (row) => {
      onSelect({ anchor: row, current: row });
      if (row < top || row > top + rows - 2) mover.moveTo(row - rows / 3);
    },
  }));
  const listening = listen({ first, rows, count, selection }, (current, isExtending) => {
    onSelect({ anchor: isExtending ? (selection?.anchor ?? current) : current, current });
    if (current < top) mover.moveTo(current);
    else if (current > top + rows - 2) mover.moveTo(current - rows + 2);
  });
  return { frame, layer, scale, top, visible, first, inSight, pages, mover, listening };
}

interface RowsProps extends LineListProps {
  readonly first: number;
  readonly inSight: number;
  readonly pages: RowPages;
}

function Rows({
  idPrefix,
  first,
  inSight,
  pages,
  count,
  isWrapped,
  hasSources,
  highlight,
  marked,
  selection,
}: RowsProps) {
  const base = usePoolBase(first, inSight);
  const low = selection === null ? -1 : Math.min(selection.anchor, selection.current);
  const high = selection === null ? -1 : Math.max(selection.anchor, selection.current);
  return Array.from({ length: inSight }, (_, at) => {
    const place = first + at;
    const row = pages.read(place);
    return (
      <LineRow
        key={keyOf(place - base, inSight)}
        id={`${idPrefix}-${place}`}
        place={place}
        count={count}
        row={row}
        isWrapped={isWrapped}
        hasSource={hasSources}
        highlight={highlight}
        isMarked={row !== undefined && marked.has(row.line)}
        isCurrent={place === selection?.current}
        isSelected={place >= low && place <= high}
      />
    );
  });
}

/**
 * Elements are used again for other rows. Rows that stay in sight keep theirs; after a jump, when none does, the elements
 * keep their order, so that none has to be moved.
 */
function usePoolBase(first: number, inSight: number): number {
  const pool = useRef({ base: first, first, inSight });
  const { current } = pool;
  const isJump = Math.abs(first - current.first) >= inSight || inSight !== current.inSight;
  pool.current = { base: isJump ? first : current.base, first, inSight };
  return pool.current.base;
}

function keyOf(distance: number, pool: number): number {
  return ((distance % pool) + pool) % pool;
}

interface Standing {
  readonly first: number;
  readonly rows: number;
  readonly count: number;
  readonly selection: Selection | null;
}

/** Keys and the pointer choose rows; with Shift they choose more of them. */
function listen(
  { first, rows, count, selection }: Standing,
  onRow: (row: number, isExtending: boolean) => void,
): { readonly onKeyDown: (event: KeyboardEvent) => void; readonly onPointerDown: (event: PointerEvent) => void } {
  return {
    onKeyDown: (event) => {
      const target = stepOf(event.key, { current: selection?.current ?? first, rows, count });
      if (target === null || event.altKey || event.metaKey) return;
      event.preventDefault();
      onRow(Math.max(0, Math.min(target, count - 1)), event.shiftKey);
    },
    onPointerDown: (event) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
      if (row !== null && event.button === 0) onRow(Number(row.dataset["row"]), event.shiftKey);
    },
  };
}

function usePages(load: LoadRows, onRows: () => void): RowPages {
  const latest = useRef(onRows);
  latest.current = onRows;
  const [pages, setPages] = useState(() => ({ load, made: new RowPages(load, () => latest.current()) }));
  if (pages.load !== load) {
    pages.made.stop();
    const made = new RowPages(load, () => latest.current());
    setPages({ load, made });
    return made;
  }
  return pages.made;
}

function useVisibleHeight(frame: { readonly current: HTMLElement | null }, onHeight: (height: number) => void): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => onHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, onHeight]);
}

/** Where a key leads; null for a key that leads nowhere. */
function stepOf(
  key: string,
  { current, rows, count }: { readonly current: number; readonly rows: number; readonly count: number },
): number | null {
  switch (key) {
    case "ArrowDown":
      return current + 1;
    case "ArrowUp":
      return current - 1;
    case "PageDown":
      return current + rows - 1;
    case "PageUp":
      return current - rows + 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

interface Moving {
  readonly frame: { readonly current: HTMLDivElement | null };
  readonly layer: { readonly current: HTMLDivElement | null };
  readonly scale: ReturnType<typeof scaleScroll>;
  readonly visible: number;
  readonly lastTop: number;
  readonly top: number;
  readonly setTop: (top: number) => void;
}

interface Mover {
  readonly moveTo: (top: number) => void;
  readonly onScroll: () => void;
  /** Pixels of the row on top. */
  readonly topHeight: number;
}

/** The wheel moves by rows, the bar by its scale; either draws at most once in a frame. */
function useMover(moving: Moving): Mover {
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
      const place = Math.round(placeOfTop(Math.min(wanted.top, scale.lastTop), scale, visible));
      if (frame.current.scrollTop === place) return;
      frame.current.scrollTop = place;
      set.current.place = frame.current.scrollTop;
    };
    const moveTo = (top: number): void => {
      const bounded = Math.max(0, Math.min(top, latest.current.lastTop));
      if (pending.current === null) pending.current = { top: bounded, frame: requestAnimationFrame(draw) };
      else pending.current.top = bounded;
    };
    return {
      moveTo,
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
  useEffect(() => {
    const element = moving.frame.current;
    if (element === null) return;
    const turn = (event: WheelEvent): void => {
      if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      mover.moveBy(event.deltaMode === 0 ? event.deltaY : event.deltaY * wheelLine);
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [moving.frame, mover]);
  return { ...mover, topHeight: topHeightOf(moving.layer.current) };
}

function topHeightOf(layer: HTMLElement | null): number {
  const first = layer?.firstElementChild;
  return first instanceof HTMLElement && first.offsetHeight > 0 ? first.offsetHeight : rowHeight;
}
