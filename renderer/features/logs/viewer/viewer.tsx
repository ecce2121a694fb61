// The viewer of opened logs: what can be asked on top, the whole span under it, the lines in the middle, filters on the left
// and what a line means on the right.
import "../../../i18n/late-words.ts";
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { DescribedLog } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { Button } from "../../../ui/button.tsx";
import { CausesPane } from "./causes-pane.tsx";
import { ComparePane } from "./compare-pane.tsx";
import { FilterPane } from "./filter-pane.tsx";
import { LineList, type LineListHandle } from "./line-list.tsx";
import { pin } from "./follow-live.ts";
import { LiveBar, NewLines } from "./live-bar.tsx";
import { LinePane } from "./line-pane.tsx";
import { MarksPane } from "./marks-pane.tsx";
import { OtherLines, SideName } from "./other-lines.tsx";
import type { LoadRows } from "./row-pages.ts";
import { Timeline } from "./timeline.tsx";
import { namePane, Toolbar } from "./toolbar.tsx";
import { changeFilter, locate, markCurrent, readSelection, select, step } from "./view-actions.ts";
import { everything, type SidePane, useViewer, type Viewer } from "./viewer-state.ts";

interface LogViewerProps {
  readonly viewer: Viewer;
  readonly log: DescribedLog;
}

export function LogViewer({ viewer, log }: LogViewerProps) {
  const { say } = useSpeech();
  const { timeline, explained, showsFilters, side } = useViewer(viewer);
  const list = useRef<LineListHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const said = useCopy(viewer, list);
  const show = (row: number | null): void => {
    if (row !== null) list.current?.show(row);
  };
  const showEnd = (): void => {
    pin(viewer, true);
    list.current?.showEnd();
  };
  const goToLine = (line: number): void => void locate(viewer, { kind: "line", line }).then(show);
  const goToNumber = (number: number): void => void locate(viewer, { kind: "number", source: 0, number }).then(show);
  const goToTime = (time: number): void => void locate(viewer, { kind: "time", time }).then(show);
  const goToHit = (isForward: boolean): void => void step(viewer, "hit", isForward).then(show);
  return (
    <div
      className="flex h-full flex-col gap-1.5"
      data-wide=""
      data-viewer={log.isIndexed ? "indexed" : "reading"}
      onKeyDown={(event) => hearKey(event, viewer, { search: search.current, goToHit })}
    >
      <h1 className="sr-only">{say("viewer.lines")}</h1>
      <Toolbar viewer={viewer} log={log} search={search} onStep={goToHit} onGoTo={goToNumber} />
      <LiveBar viewer={viewer} log={log} onEnd={showEnd} />
      {timeline !== null && (
        <Timeline
          timeline={timeline}
          offset={log.sources[explained?.source ?? 0]?.placement.offset ?? 0}
          at={explained?.time ?? null}
          onGo={goToTime}
          onRange={(from, to) => changeFilter(viewer, { from, to })}
        />
      )}
      <div className="flex min-h-0 grow border-t border-line">
        {showsFilters && <Filters viewer={viewer} log={log} />}
        <Middle viewer={viewer} log={log} list={list} onEnd={showEnd} />
        {side !== null && <Side viewer={viewer} log={log} side={side} onGo={goToLine} />}
      </div>
      <p className="sr-only" role="status">
        {said}
      </p>
    </div>
  );
}

interface LinesProps extends LogViewerProps {
  readonly list: RefObject<LineListHandle | null>;
  readonly onEnd: () => void;
}

/** Two logs stand side by side where both find room for their lines, else one above the other. */
function Middle(props: LinesProps) {
  const { viewer } = props;
  const { beside, side } = useViewer(viewer);
  return (
    <div className="flex min-h-0 min-w-0 grow basis-0 tight:flex-col">
      <Lines {...props} />
      {beside !== null && side === "compare" && (
        <OtherLines key={beside.log.log} viewer={viewer} other={beside.log} shift={beside.shift} />
      )}
    </div>
  );
}

function Lines({ viewer, log, list, onEnd }: LinesProps) {
  const { say } = useSpeech();
  const { view, filter, selection, isWrapped, isPinned, following, beside, side } = useViewer(viewer);
  const isBeside = beside !== null && side === "compare";
  const growth = useMemo(
    () => ({ version: log.version, isPinned, onPin: (isAtEnd: boolean) => pin(viewer, isAtEnd) }),
    [viewer, log.version, isPinned],
  );
  const load = useLoadRows(viewer, log, view.id);
  const marked = useMemo(() => new Set(log.marks.map(({ line }) => line)), [log.marks]);
  const highlight = useMemo(() => makeHighlight(filter.search), [filter.search]);
  if (log.lines === 0 && following?.state === "on") {
    return <p className="grow p-4 text-16 text-soft">{say("live.waiting")}</p>;
  }
  if (view.rows === 0 && log.isIndexed) {
    return (
      <div className="flex min-w-0 grow flex-col items-start gap-3 p-4 text-16 text-soft">
        <p>{say("viewer.nothing")}</p>
        <Button onClick={() => changeFilter(viewer, everything)}>{say("viewer.show-all")}</Button>
      </div>
    );
  }
  return (
    <div className="relative flex min-h-0 min-w-0 grow basis-0 flex-col">
      {isBeside && <SideName side={say("viewer.one")} log={log} />}
      <LineList
        handle={list}
        label={say("viewer.lines")}
        idPrefix="row"
        count={view.rows}
        load={load}
        isWrapped={isWrapped}
        hasSources={log.sources.length > 1}
        highlight={highlight}
        marksHits={!filter.onlyHits}
        marked={marked}
        selection={selection}
        onSelect={(chosen) => select(viewer, chosen)}
        {...(log.canGrow ? { growth } : {})}
      />
      {log.canGrow && <NewLines viewer={viewer} onEnd={onEnd} />}
    </div>
  );
}

function Filters({ viewer, log }: LogViewerProps) {
  const { say } = useSpeech();
  return (
    <section
      aria-label={say("viewer.filters")}
      className="w-60 shrink-0 overflow-y-auto border-r border-line narrow:w-52"
    >
      <FilterPane viewer={viewer} log={log} />
    </section>
  );
}

interface SideProps extends LogViewerProps {
  readonly side: SidePane;
  readonly onGo: (line: number) => void;
}

function Side({ viewer, log, side, onGo }: SideProps) {
  const { say } = useSpeech();
  return (
    // Another pane begins at its own top.
    <section
      key={side}
      aria-label={say(namePane(side))}
      data-pane-content={side}
      className="w-80 shrink-0 overflow-y-auto border-l border-line narrow:w-64"
    >
      {side === "line" && <LinePane viewer={viewer} log={log} />}
      {side === "causes" && <CausesPane viewer={viewer} log={log} onGo={onGo} />}
      {side === "marks" && <MarksPane viewer={viewer} log={log} onGo={onGo} />}
      {side === "compare" && <ComparePane key={log.first} viewer={viewer} log={log} onGo={onGo} />}
    </section>
  );
}

interface Ways {
  readonly search: HTMLInputElement | null;
  readonly goToHit: (isForward: boolean) => void;
}

/** Ctrl+F searches, Ctrl+G goes to a line, F3 to the next hit, B keeps a bookmark. */
function hearKey(event: KeyboardEvent, viewer: Viewer, { search, goToHit }: Ways): void {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  const isCommand = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (isCommand && key === "f") search?.select();
  else if (isCommand && key === "g") document.querySelector<HTMLElement>("[data-go-to]")?.focus();
  else if (event.key === "F3") goToHit(!event.shiftKey);
  else if (!isTyping && !isCommand && key === "b") void markCurrent(viewer);
  else return;
  event.preventDefault();
}

function useLoadRows(viewer: Viewer, log: DescribedLog, view: number): LoadRows {
  const { isIndexed } = log;
  return useCallback<LoadRows>(
    async (first, count, signal) => {
      // While the index grows, rows are those of the log as it is by now.
      const shown = await viewer.client.call(
        "log.rows",
        { log: log.log, view: isIndexed ? view : 0, first, count },
        signal,
      );
      return shown.ok ? shown.value.rows : [];
    },
    [viewer, log.log, view, isIndexed],
  );
}

/** An expression of the person's own is looked for on the Node side only: there it cannot hold up anything. */
function makeHighlight(
  search: { readonly text: string; readonly isPattern: boolean; readonly isCaseSensitive: boolean } | null,
): RegExp | null {
  if (search === null || search.isPattern || search.text === "") return null;
  return new RegExp(search.text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), search.isCaseSensitive ? "g" : "gi");
}

/** Ctrl+C copies the chosen lines, masked: fetched when they are chosen, because the clipboard does not wait. */
function useCopy(viewer: Viewer, list: { readonly current: LineListHandle | null }): string {
  const { say } = useSpeech();
  const { selection, view } = useViewer(viewer);
  const ready = useRef("");
  const [said, setSaid] = useState("");
  useEffect(() => {
    let isLatest = true;
    ready.current = "";
    if (selection !== null) void readSelection(viewer, selection).then((text) => isLatest && (ready.current = text));
    return () => {
      isLatest = false;
    };
  }, [viewer, selection, view.id]);
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (isTyping || list.current === null || ready.current === "" || getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      event.clipboardData?.setData("text/plain", ready.current);
      setSaid(say("viewer.copied", { lines: ready.current.split("\n").length - 1 }));
    };
    document.addEventListener("copy", copy);
    return () => document.removeEventListener("copy", copy);
  }, [list, say]);
  return said;
}
