import { ArrowDown, ArrowUp, CaseSensitive, Filter, Regex, Rows3, WrapText, X } from "lucide-react";
import type { ReactNode, Ref } from "react";
import type { DescribedLog, LogSearch } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { Spinner } from "../../../ui/spinner.tsx";
import { TimeLeftAtRate } from "../../wait/time-left.tsx";
import { inputFrame } from "../../../ui/text-field.tsx";
import { saveText } from "../save-text.ts";
import { changeFilter, closeLog, readAll, showSide, stopSaving } from "./view-actions.ts";
import { change, type SidePane, useViewer, type Viewer } from "./viewer-state.ts";

interface ToolbarProps {
  readonly viewer: Viewer;
  readonly log: DescribedLog;
  readonly search: Ref<HTMLInputElement>;
  readonly onStep: (isForward: boolean) => void;
  readonly onGoTo: (number: number) => void;
}

const noSearch: LogSearch = { text: "", isPattern: false, isCaseSensitive: false };
const panes: readonly SidePane[] = ["line", "causes", "marks", "compare"];

export function Toolbar({ viewer, log, search, onStep, onGoTo }: ToolbarProps) {
  const { say } = useSpeech();
  const { view, isWrapped, showsFilters, side, causes } = useViewer(viewer);
  const counts: Partial<Readonly<Record<SidePane, number>>> = {
    causes: causes.filter(({ cause }) => cause !== "normal").length,
    marks: log.marks.length,
  };
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-3 pt-2">
      <Toggle
        label={say("viewer.filters")}
        isOn={showsFilters}
        onToggle={() => change(viewer, { showsFilters: !showsFilters })}
      >
        <Filter aria-hidden="true" className="size-4" />
      </Toggle>
      <SearchBox viewer={viewer} search={search} onStep={onStep} />
      <Press label={say("viewer.previous")} isOff={view.hits === 0} onPress={() => onStep(false)}>
        <ArrowUp aria-hidden="true" className="size-4" />
      </Press>
      <Press label={say("viewer.next")} isOff={view.hits === 0} onPress={() => onStep(true)}>
        <ArrowDown aria-hidden="true" className="size-4" />
      </Press>
      <GoTo onGoTo={onGoTo} />
      <Toggle label={say("viewer.wrap")} isOn={isWrapped} onToggle={() => change(viewer, { isWrapped: !isWrapped })}>
        <WrapText aria-hidden="true" className="size-4" />
      </Toggle>
      <Saver viewer={viewer} log={log} />
      {panes.map((pane) => (
        <Toggle
          key={pane}
          label={say(namePane(pane))}
          isOn={side === pane}
          isWorded
          name={pane}
          count={counts[pane] ?? 0}
          onToggle={() => showSide(viewer, pane)}
        />
      ))}
      <div className="flex basis-full items-center gap-2">
        <Status viewer={viewer} log={log} />
        <CauseNote viewer={viewer} />
        <Saving viewer={viewer} />
        <Press label={say("viewer.close")} onPress={() => closeLog(viewer)}>
          <X aria-hidden="true" className="size-4" />
        </Press>
      </div>
    </div>
  );
}

function SearchBox({ viewer, search, onStep }: Pick<ToolbarProps, "viewer" | "search" | "onStep">) {
  const { say } = useSpeech();
  const { filter, searchFailure } = useViewer(viewer);
  const wanted = filter.search ?? noSearch;
  const ask = (changed: Partial<LogSearch>): void => changeFilter(viewer, { search: { ...wanted, ...changed } });
  return (
    <div className={`flex min-h-8 min-w-48 grow basis-64 items-center border-edge ${inputFrame}`}>
      <input
        ref={search}
        type="search"
        aria-label={say("viewer.search")}
        placeholder={say("viewer.search-placeholder")}
        className="min-w-0 grow bg-transparent px-2 text-14 outline-none placeholder:text-soft"
        value={wanted.text}
        maxLength={300}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={searchFailure !== null}
        onChange={(event) => ask({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter") onStep(!event.shiftKey);
        }}
      />
      <Toggle
        label={say("viewer.case")}
        isOn={wanted.isCaseSensitive}
        onToggle={() => ask({ isCaseSensitive: !wanted.isCaseSensitive })}
      >
        <CaseSensitive aria-hidden="true" className="size-4" />
      </Toggle>
      <Toggle
        label={say("viewer.pattern")}
        isOn={wanted.isPattern}
        onToggle={() => ask({ isPattern: !wanted.isPattern })}
      >
        <Regex aria-hidden="true" className="size-4" />
      </Toggle>
      <Toggle
        label={say("viewer.only-hits")}
        isOn={filter.onlyHits}
        onToggle={() => changeFilter(viewer, { onlyHits: !filter.onlyHits })}
      >
        <Rows3 aria-hidden="true" className="size-4" />
      </Toggle>
    </div>
  );
}

function Status({ viewer, log }: Pick<ToolbarProps, "viewer" | "log">) {
  const { say } = useSpeech();
  const { view, isSearching, searchFailure } = useViewer(viewer);
  if (searchFailure !== null) {
    const reason = String(searchFailure.details["reason"] ?? searchFailure.code);
    return (
      <p className="grow text-13 text-wrong" role="alert">
        {say("viewer.bad-pattern", { reason })}
      </p>
    );
  }
  return (
    <p className="grow text-13 text-soft" role={log.canGrow ? undefined : "status"}>
      {isSearching ? say("viewer.searching") : say("viewer.rows", { rows: view.rows, all: log.lines })}
      {view.hits > 0 && ` · ${say("viewer.hits", { hits: view.hits })}`}
      {view.isCut && ` · ${say("viewer.cut")}`}
      {!log.isIndexed && ` · ${say("viewer.indexing", { lines: log.lines })}`}
      {!log.isIndexed && " "}
      {!log.isIndexed && <TimeLeftAtRate key={log.log} {...sumRead(log)} />}
    </p>
  );
}

/** Octets that were read, of those that there are. */
function sumRead({ sources }: DescribedLog): { readonly done: number; readonly all: number } {
  const sum = (of: (source: DescribedLog["sources"][number]) => number): number =>
    sources.reduce((before, source) => before + of(source), 0);
  return { done: sum(({ bytes }) => bytes), all: sum(({ bytes, expected }) => expected ?? bytes) };
}

/** Lines are left out for their cause: said also where the filters are not shown. */
function CauseNote({ viewer }: Pick<ToolbarProps, "viewer">) {
  const { say, tell } = useSpeech();
  const { filter, causes } = useViewer(viewer);
  if (filter.causes === null) return null;
  const nameOf = (wanted: string): string => {
    const found = causes.find(({ cause }) => cause === wanted);
    if (wanted === "any") return say("viewer.cause-any");
    return found === undefined ? wanted : `${wanted} ${tell(found.name)}`;
  };
  return (
    <button
      type="button"
      data-cause-note={filter.causes.join(" ")}
      className="inline-flex min-h-8 min-w-0 items-center gap-1.5 rounded-control bg-accent-wash px-2 text-13 text-accent"
      title={say("viewer.show-all")}
      onClick={() => changeFilter(viewer, { causes: null })}
    >
      <span className="truncate">{say("viewer.only-causes", { causes: filter.causes.map(nameOf).join(", ") })}</span>
      <X aria-hidden="true" className="size-4 shrink-0" />
      <span className="sr-only">{say("viewer.show-all")}</span>
    </button>
  );
}

export function namePane(pane: SidePane): "viewer.line-pane" | "viewer.causes" | "viewer.marks" | "viewer.compare" {
  if (pane === "line") return "viewer.line-pane";
  return `viewer.${pane}`;
}

interface PressProps {
  readonly label: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

const small = "inline-flex min-h-8 min-w-8 items-center justify-center gap-1 rounded-control px-1.5 text-13";

function Press({ label, isOff = false, onPress, children }: PressProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={isOff}
      className={`${small} hover:bg-sunken disabled:opacity-50`}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly isWorded?: boolean;
  /** Of the pane that it shows. */
  readonly name?: SidePane;
  /** What it holds; none is not told. */
  readonly count?: number;
  readonly onToggle: () => void;
  readonly children?: ReactNode;
}

function Toggle({ label, isOn, isWorded = false, name, count = 0, onToggle, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      data-pane={name}
      {...(isWorded ? {} : { "aria-label": label })}
      title={label}
      className={`${small} hover:bg-sunken ${isOn ? "bg-accent-wash text-accent ring-1 ring-accent" : ""}`}
      onClick={onToggle}
    >
      {children}
      {isWorded && label}
      {count > 0 && (
        <span aria-hidden="true" className="rounded-full bg-sunken px-1.5 text-ink tabular-nums narrow:hidden">
          {count}
        </span>
      )}
    </button>
  );
}

function GoTo({ onGoTo }: { readonly onGoTo: (number: number) => void }) {
  const { say } = useSpeech();
  return (
    <input
      type="text"
      inputMode="numeric"
      aria-label={say("viewer.go-to")}
      placeholder={say("viewer.go-to")}
      data-go-to=""
      className="min-h-8 w-24 rounded-control border border-edge bg-surface px-2 text-13 placeholder:text-soft"
      onKeyDown={(event) => {
        const number = Number(event.currentTarget.value);
        if (event.key === "Enter" && Number.isInteger(number) && number > 0) onGoTo(number);
      }}
    />
  );
}

function Saving({ viewer }: { readonly viewer: Viewer }) {
  const { say } = useSpeech();
  const { saving } = useViewer(viewer);
  if (saving === null) return null;
  return (
    <div className="flex items-center gap-2 text-13" data-saving="">
      <Spinner />
      <span role="status" className="tabular-nums">
        {say("viewer.saving", saving)}
      </span>
      <TimeLeftAtRate {...saving} />
      <Press label={say("connect.cancel")} onPress={() => stopSaving(viewer)}>
        {say("connect.cancel")}
      </Press>
    </div>
  );
}

const types = { text: "log", csv: "csv", json: "json" } as const;

function Saver({ viewer, log }: { readonly viewer: Viewer; readonly log: DescribedLog }) {
  const { say } = useSpeech();
  const save = async (format: keyof typeof types): Promise<void> => {
    const parts = await readAll(viewer, format);
    if (parts === null) return;
    const name =
      (log.sources[0]?.name ?? "log")
        .split(/[\\/]/)
        .at(-1)
        ?.replace(/\.\w+$/, "") ?? "log";
    saveText(`${name}-masked.${types[format]}`, parts);
  };
  return (
    <select
      aria-label={say("viewer.export")}
      title={say("viewer.masked")}
      className="min-h-8 rounded-control border border-edge bg-surface px-1 text-13"
      value=""
      onChange={(event) => void save(event.target.value as keyof typeof types)}
    >
      <option value="" disabled>
        {say("viewer.export")}
      </option>
      {(["text", "csv", "json"] as const).map((format) => (
        <option key={format} value={format}>
          {say(`viewer.${format}`)}
        </option>
      ))}
    </select>
  );
}
