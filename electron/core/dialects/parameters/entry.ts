// One value of a parameter file, and where it stands. Files are binary strings, one character per byte.

export interface Entry {
  /** From the outermost to the innermost; each step by every name that it goes by. */
  readonly path: readonly (readonly string[])[];
  readonly start: number;
  readonly end: number;
  /** What stands between start and end, already text, means. */
  readonly decode: (text: string) => string;
  /** The bytes for a value of printable ASCII; null when this place cannot hold it. `raw` is what stands there. */
  readonly encode: (value: string, raw: string) => string | null;
  /** The file with other bytes in this place, where more than those bytes changes (lengths around it). */
  readonly replace?: (bytes: string) => string;
}

/** Every value of a file in order; null when it is not of this format. */
export type Scan = (text: string) => readonly Entry[] | null;

/** Deeper nesting and more values than any parameter file has. */
export const deepest = 64;
export const mostEntries = 20_000;

/** Behind a UTF-8 byte order mark, which stays where it is. */
export function skipMark(text: string): number {
  return text.startsWith("\xef\xbb\xbf") ? 3 : 0;
}
