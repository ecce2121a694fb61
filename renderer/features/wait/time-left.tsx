// How much longer it takes, in words. Not read out each second: whoever listens hears what is under way, and its end.
import { useState, useSyncExternalStore } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { waits, type Waited } from "./pace.ts";
import { judgeLeft, leftAtRate } from "./judge-left.ts";
import { useNow } from "./use-now.ts";

interface TimeLeftProps {
  readonly of: Waited;
  /** Milliseconds of what comes after it. */
  readonly andThen?: number;
}

/** Nothing while nothing is waited for, or what is over at once. */
export function TimeLeft({ of, andThen = 0 }: TimeLeftProps) {
  const { [of]: wait } = useSyncExternalStore(waits.watch, waits.read);
  if (wait === undefined) return null;
  const { begunAt, expected } = wait;
  return <TimeLeftOf find={(now) => ({ elapsed: now - begunAt, expected: expected + andThen })} />;
}

/** Of what is counted: as fast as so far. */
export function TimeLeftAtRate({ done, all }: { readonly done: number; readonly all: number }) {
  const [begunAt] = useState(() => Date.now());
  return (
    <TimeLeftOf
      find={(now) => {
        const elapsed = now - begunAt;
        const left = leftAtRate(elapsed, { done, all });
        return left === null ? null : { elapsed, expected: elapsed + left };
      }}
    />
  );
}

interface TimeLeftOfProps {
  /** Milliseconds so far, and from the begin to the end, at a moment; null: nothing can be said. */
  readonly find: (now: number) => { readonly elapsed: number; readonly expected: number } | null;
}

export function TimeLeftOf({ find }: TimeLeftOfProps) {
  const { say } = useSpeech();
  const found = find(useNow());
  const left = found === null ? null : judgeLeft(found.elapsed, found.expected);
  if (left === null) return null;
  return (
    <span aria-live="off" className="tabular-nums" data-left={left.kind}>
      {say(`wait.${left.kind}`, { count: left.count })}
    </span>
  );
}
