// A file on its way to a screen that is perhaps not loaded yet; whoever takes it takes it once.
import { useEffect, useSyncExternalStore } from "react";
import type { Result } from "../../../electron/core/failures/result.ts";
import { createStore } from "../session/store.ts";

export type HandedKind = "pack" | "plan";

interface HandedFile {
  readonly kind: HandedKind;
  readonly file: Result<File>;
}

export const handed = createStore<HandedFile | null>(null);

/** Whether a file of that kind waits. */
export function useWaiting(kind: HandedKind): boolean {
  return useSyncExternalStore(handed.watch, handed.read)?.kind === kind;
}

export function useHanded(kind: HandedKind, take: (file: Result<File>) => void): void {
  const isWaiting = useWaiting(kind);
  useEffect(() => {
    const now = handed.read();
    if (!isWaiting || now?.kind !== kind) return;
    handed.change(() => null);
    take(now.file);
  });
}
