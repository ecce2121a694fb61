// Where a list of millions of rows stands. Browsers cap an element's height (Chromium at 33,554,428 px), so the scroll bar
// stands for the rows at a scale; turns of the wheel and keys move by rows all the same.

/** Well below every browser's cap. */
const tallest = 8_000_000;

export interface ScrollScale {
  /** Pixels of the element that gives the bar its length. */
  readonly height: number;
  /** The largest row that can stand on top, with its fraction. */
  readonly lastTop: number;
}

export function scaleScroll(rows: number, rowHeight: number, visible: number): ScrollScale {
  return {
    height: Math.max(visible, Math.min(rows * rowHeight, tallest)),
    lastTop: Math.max(0, rows - visible / rowHeight),
  };
}

/** The row on top, with its fraction, of a scroll bar's place. */
export function topOfPlace(place: number, { height, lastTop }: ScrollScale, visible: number): number {
  const most = height - visible;
  return most <= 0 ? 0 : Math.min(1, place / most) * lastTop;
}

export function placeOfTop(top: number, { height, lastTop }: ScrollScale, visible: number): number {
  return lastTop === 0 ? 0 : (top / lastTop) * (height - visible);
}
