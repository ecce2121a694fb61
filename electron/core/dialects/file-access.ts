// Files of a terminal, where its family can list, fetch and put them. Contents are one character per byte.
import type { Result } from "../failures/result.ts";
import type { Task } from "./task.ts";

export interface FileEntry {
  readonly name: string;
  /** As `stat` gives it: type and rights. */
  readonly mode: number;
  /** Bytes. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly modified: number;
}

export interface Progress {
  /** Bytes so far. */
  readonly done: number;
  /** Bytes altogether; null while unknown. */
  readonly total: number | null;
}

export type OnProgress = (progress: Progress) => void;

export interface FileToPush {
  readonly path: string;
  readonly mode: number;
  readonly content: string;
}

export interface DataToInstall {
  /** Who it is for. */
  readonly application: string;
  /** Its own name, without a folder. */
  readonly name: string;
  readonly content: string;
}

export interface FileAccess {
  list(path: string, task: Task): Promise<Result<readonly FileEntry[]>>;
  /** Raw: redaction stands between this and everything else. */
  pull(path: string, onProgress: OnProgress, task: Task): Promise<Result<string>>;
  /** Null where the family only gives files. */
  readonly push: ((file: FileToPush, onProgress: OnProgress, task: Task) => Promise<Result<null>>) | null;
  readonly install: ((data: DataToInstall, onProgress: OnProgress, task: Task) => Promise<Result<null>>) | null;
}
