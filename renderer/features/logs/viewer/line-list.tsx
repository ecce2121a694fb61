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
import { LineRow } from "./line-row.tsx";
import { type LoadRows, RowPages } from "./row-pages.ts";
import { scaleScroll } from "./scroll-window.ts";
import { rowHeight, useMover } from "./use-mover.ts";
import { useSteadyCount } from "./steady-count.ts";

export interface Selection {
  /** Where it began, and the row that the keys move. */
  readonly anchor: number;
  readonly current: number;
}

export interface LineListHandle {
  /** Brings a row into sight and makes it the current one. */
  readonly show: (row: number) => void;
  readonly showEnd: () => void;
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
  /** Lines that are found stand among others. */
  readonly marksHits: boolean;
  readonly marked: ReadonlySet<number>;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection) => void;
  readonly handle: Ref<LineListHandle>;
  /** Of a log that may grow; absent for one that is all there. */
  readonly growth?: Growth;
}

export interface Growth {
  /** Changes whenever rows were added. */
  readonly version: number;
  /** The end stays in sight, whatever is added. */
  readonly isPinned: boolean;
  readonly onPin: (isPinned: boolean) => void;
}

export function LineList(props: LineListProps) {
  const { label, idPrefix, isWrapped, selection } = props;
  const { frame, layer, scale, top, visible, first, inSight, pages, mover, listening, count } = useListWindow(props);
  const isCurrentInSight = selection !== null && selection.current >= first && selection.current < first + inSight;
  // Wrapped lines take more than a row each: the last of them stands at the foot.
  const isHung = isWrapped && props.growth?.isPinned === true && top > 0;
  return (
    <div
      ref={frame}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={isCurrentInSight ? `${idPrefix}-${selection.current}` : undefined}
      tabIndex={0}
      onScroll={mover.onScroll}
      className={`relative min-h-0 grow overflow-y-scroll bg-surface font-mono text-13 contain-strict ${isWrapped ? "overflow-x-hidden" : "overflow-x-auto"}`}
      {...listening}
    >
      <div role="presentation" style={{ height: scale.height }}>
        <div
          role="presentation"
          className={`sticky top-0 min-w-full overflow-clip ${isHung ? "flex flex-col justify-end" : ""}`}
          style={{ height: visible, width: isWrapped ? "100%" : "max-content" }}
        >
          <div
            ref={layer}
            role="presentation"
            style={isHung ? undefined : { transform: `translateY(${-(top - first) * mover.topHeight}px)` }}
          >
            <Rows {...props} count={count} first={first} inSight={inSight} pages={pages} />
          </div>
        </div>
      </div>
    </div>
  );
}

/** Which rows are in sight, and what brings others there. */
function useListWindow({ count: all, load, isWrapped, selection, onSelect, handle, growth }: LineListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [visible, setVisible] = useState(600);
  const [, setRound] = useState(0);
  const pages = usePages(load, () => setRound((round) => round + 1));
  const count = useSteadyCount(pages, all, growth?.version ?? 0);
  const scale = scaleScroll(count, rowHeight, visible);
  const lastTop = isWrapped ? Math.max(0, count - 1) : scale.lastTop;
  const mover = useMover({ frame, layer, scale, visible, lastTop, top, setTop, onPin: growth?.onPin });
  const isPinned = growth?.isPinned === true;
  useEffect(() => {
    if (isPinned) mover.moveToEnd();
  }, [mover.moveToEnd, isPinned, count, visible, isWrapped]);
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
    showEnd: () => mover.moveToEnd(),
  }));
  const listening = listen({ first, rows, count, selection }, (current, isExtending) => {
    onSelect({ anchor: isExtending ? (selection?.anchor ?? current) : current, current });
    if (current < top) mover.moveTo(current);
    else if (current > top + rows - 2) mover.moveTo(current - rows + 2);
  });
  return { frame, layer, scale, top, visible, first, inSight, pages, mover, listening, count };
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
  marksHits,
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
        isHit={marksHits && row?.isHit === true}
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
