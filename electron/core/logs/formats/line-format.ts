// What a log line says besides its message. One file for each format; `recognise` chooses among them.
import type { WallTime } from "../time/wall-time.ts";

export type Severity = "error" | "warning" | "info" | "debug";

export interface LogLine {
  readonly time: WallTime | null;
  readonly severity: Severity | null;
  /** The program that wrote it. */
  readonly source: string | null;
  readonly message: string;
}

export interface LineFormat {
  readonly id: string;
  /** Null when the line is not in this format. */
  readonly read: (line: string) => LogLine | null;
}
