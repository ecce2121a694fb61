// Whole logs of a terminal, source by source, in blocks that are proven to be what stands there:
//
//   listSources -> LogSource ... -> pull(source, since) -> block, block, ... -> where the next pull goes on
//
// Blocks are raw: redaction stands between them and everything else.
import type { Result } from "../failures/result.ts";
import type { Task } from "./task.ts";

/** What a source is about. */
export type LogPurpose = "system" | "kernel" | "application" | "ppp" | "wifi" | "modem";

export interface LogSource {
  /** `journal`, `kernel`, `ring`, `logcat`, or the path of a file: what `pull` takes. */
  readonly name: string;
  readonly purpose: LogPurpose;
  /** Only a file can be continued at any octet; of the others comes what they hold. */
  readonly isFile: boolean;
  /** Bytes; null where only reading it would tell. */
  readonly size: number | null;
}

/** Where a pull of a file goes on, and how it is seen that the file is still that one. */
export interface FilePlace {
  readonly offset: number;
  /** A line that ended before the offset, one character per byte: it must still stand there. Null: none was fit to be kept. */
  readonly seam: { readonly from: number; readonly line: string } | null;
}

/** Where the last pull of a source ended; `start`: everything is wanted. */
export type Since =
  | { readonly kind: "start" }
  | { readonly kind: "file"; readonly place: FilePlace }
  | { readonly kind: "journal"; readonly cursor: string };

export interface PullProgress {
  /** Bytes as they stand on the terminal. */
  readonly done: number;
  /** Null while unknown. */
  readonly total: number | null;
}

export interface LogPullRequest {
  readonly source: LogSource;
  readonly since: Since;
  /** One character per byte. `from`: the place of its first byte in a file, else 0. */
  readonly onBlock: (block: { readonly bytes: string; readonly from: number }) => void;
  readonly onProgress: (progress: PullProgress) => void;
}

/**
 * What the source turned out to be: `whole` as asked for; `rotated`: another file stands there now, and what the old one still
 * had came first where it could be found; `cut`: too much at once, older lines were left out.
 */
export type PullNote = "whole" | "rotated" | "cut";

export interface PulledLog {
  readonly note: PullNote;
  /** Whether it came packed. */
  readonly packed: boolean;
  /** The journal's own mark; null elsewhere. */
  readonly cursor: string | null;
}

export interface LogAccess {
  /** What this terminal has; `files` are paths to look for besides. */
  listSources(files: readonly string[], task: Task): Promise<Result<readonly LogSource[]>>;
  pull(request: LogPullRequest, task: Task): Promise<Result<PulledLog>>;
}
