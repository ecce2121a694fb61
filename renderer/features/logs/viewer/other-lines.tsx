// The other side of a comparison: its lines beside this log's, following the current line by time.
import { useCallback, useEffect, useRef, useState } from "react";
import type { DescribedLog } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { LineList, type LineListHandle, type Selection } from "./line-list.tsx";
import type { LoadRows } from "./row-pages.ts";
import { useViewer, type Viewer } from "./viewer-state.ts";

interface OtherLinesProps {
  readonly viewer: Viewer;
  /** The log beside, which may be the same one. */
  readonly other: DescribedLog;
  /** Milliseconds from a moment here to the one that it is compared with. */
  readonly shift: number;
}

const nothingMarked: ReadonlySet<number> = new Set();

export function OtherLines({ viewer, other, shift }: OtherLinesProps) {
  const { say } = useSpeech();
  const { explained, isWrapped } = useViewer(viewer);
  const list = useRef<LineListHandle>(null);
  const [selection, setSelection] = useState<Selection | null>(null);
  const { client } = viewer;
  const load = useCallback<LoadRows>(
    async (first, count, signal) => {
      const shown = await client.call("log.rows", { log: other.log, view: 0, first, count }, signal);
      return shown.ok ? shown.value.rows : [];
    },
    [client, other.log],
  );
  const time = explained?.time ?? null;
  useEffect(() => {
    if (time === null) return;
    const stop = new AbortController();
    const wanted = { kind: "time", time: time + shift } as const;
    void client.call("log.find", { log: other.log, view: 0, wanted }, stop.signal).then((found) => {
      if (found.ok && found.value.row !== null && !stop.signal.aborted) list.current?.show(found.value.row);
    });
    return () => stop.abort();
  }, [client, other.log, time, shift]);
  return (
    <section
      aria-label={say("viewer.other")}
      className="flex min-h-0 min-w-0 grow basis-0 flex-col border-l border-line tight:border-t tight:border-l-0"
      data-beside=""
    >
      <SideName side={say("viewer.other")} log={other} />
      <LineList
        handle={list}
        label={say("viewer.other")}
        idPrefix="other"
        count={other.lines}
        load={load}
        isWrapped={isWrapped}
        hasSources={other.sources.length > 1}
        highlight={null}
        marksHits={false}
        marked={nothingMarked}
        selection={selection}
        onSelect={setSelection}
      />
    </section>
  );
}

/** Which of the two it is, over its lines. */
export function SideName({ side, log }: { readonly side: string; readonly log: DescribedLog }) {
  return (
    <p className="shrink-0 truncate border-b border-line bg-sunken px-3 text-13">
      <span className="font-medium">{side}</span>
      <span className="text-soft"> · {log.sources.map(({ name }) => name).join(", ")}</span>
    </p>
  );
}
