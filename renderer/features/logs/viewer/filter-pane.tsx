import type { ReactNode } from "react";
import type { DescribedLog, SeverityFilter } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { TickBox } from "./tick-row.tsx";
import { nameSource } from "./line-row.tsx";
import { printField, readField } from "./print-time.ts";
import { SeverityMark } from "./severity-mark.tsx";
import { SourceSettings } from "./source-settings.tsx";
import { changeFilter } from "./view-actions.ts";
import { useViewer, type Viewer } from "./viewer-state.ts";

const severities: readonly SeverityFilter[] = ["error", "warning", "info", "debug", "none"];
const mostPrograms = 60;

export function FilterPane(props: FilterProps) {
  return (
    <div className="flex flex-col gap-4 p-3 text-13">
      <SeverityGroup {...props} />
      <CauseGroup {...props} />
      <TimeFields {...props} />
      <ProgramGroup {...props} />
      <FileGroup {...props} />
    </div>
  );
}

interface FilterProps {
  readonly viewer: Viewer;
  readonly log: DescribedLog;
}

function SeverityGroup({ viewer, log }: FilterProps) {
  const { say } = useSpeech();
  const { filter } = useViewer(viewer);
  return (
    <Group title={say("viewer.severity")}>
      {severities.map((severity) => (
        <TickBox
          key={severity}
          isTicked={filter.severities === null || filter.severities.includes(severity)}
          count={log.severities[severity] ?? 0}
          onToggle={() =>
            changeFilter(viewer, { severities: toggle(filter.severities ?? severities, severity, severities.length) })
          }
        >
          <SeverityMark severity={severity} /> {say(`viewer.severity-${severity}`)}
        </TickBox>
      ))}
    </Group>
  );
}

function CauseGroup({ viewer, log }: FilterProps) {
  const { say, tell } = useSpeech();
  const { filter, causes } = useViewer(viewer);
  const toggleCause = (cause: string): void =>
    changeFilter(viewer, { causes: toggle(filter.causes ?? [], cause, null) });
  return (
    <Group title={say("viewer.cause-filter")}>
      <TickBox isTicked={filter.causes?.includes("any") === true} onToggle={() => toggleCause("any")}>
        {say("viewer.cause-any")}
      </TickBox>
      {causes.map(({ cause, name, count }) => (
        <TickBox
          key={cause}
          isTicked={filter.causes?.includes(cause) === true}
          count={count}
          onToggle={() => toggleCause(cause)}
        >
          {cause === "normal" ? "" : `${cause} `}
          {tell(name)}
        </TickBox>
      ))}
      <TickBox
        isTicked={filter.onlyMarked}
        count={log.marks.length}
        onToggle={() => changeFilter(viewer, { onlyMarked: !filter.onlyMarked })}
      >
        {say("viewer.only-marked")}
      </TickBox>
    </Group>
  );
}

function ProgramGroup({ viewer, log }: FilterProps) {
  const { say } = useSpeech();
  const { filter } = useViewer(viewer);
  const programs = log.programs.slice(0, mostPrograms);
  return (
    <Group title={say("viewer.program")}>
      {programs.map(({ name, lines }) => (
        <TickBox
          key={name}
          isTicked={filter.programs?.includes(name) === true}
          count={lines}
          onToggle={() => changeFilter(viewer, { programs: toggle(filter.programs ?? [], name, null) })}
        >
          {name === "" ? say("viewer.program-none") : name}
        </TickBox>
      ))}
    </Group>
  );
}

function FileGroup({ viewer, log }: FilterProps) {
  const { say } = useSpeech();
  const { filter } = useViewer(viewer);
  return (
    <Group title={say("viewer.files")}>
      {log.sources.map((source, place) => (
        <div key={source.name} className="flex flex-col gap-1">
          {log.sources.length > 1 && (
            <TickBox
              isTicked={filter.sources === null || filter.sources.includes(place)}
              count={source.lines}
              onToggle={() => {
                const all = log.sources.map((_, at) => at);
                changeFilter(viewer, { sources: toggle(filter.sources ?? all, place, all.length) });
              }}
            >
              {nameSource(place)} {lastOf(source.name)}
            </TickBox>
          )}
          <SourceSettings viewer={viewer} source={source} place={place} />
        </div>
      ))}
    </Group>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-0.5">
      <legend className="pb-1 font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

function TimeFields({ viewer, log }: FilterProps) {
  const { say } = useSpeech();
  const { filter } = useViewer(viewer);
  const offset = log.sources[0]?.placement.offset ?? 0;
  const input = (label: string, value: number | null, onTime: (time: number | null) => void): ReactNode => (
    <label className="flex flex-col gap-0.5">
      <span className="text-soft">{label}</span>
      <input
        type="datetime-local"
        step="1"
        className="min-h-8 w-full rounded-control border border-edge bg-surface px-1"
        value={printField(value, offset)}
        onChange={(event) => onTime(readField(event.target.value, offset))}
      />
    </label>
  );
  return (
    <Group title={say("viewer.time")}>
      {input(say("viewer.from"), filter.from, (from) => changeFilter(viewer, { from }))}
      {input(say("viewer.to"), filter.to, (to) => changeFilter(viewer, { to }))}
    </Group>
  );
}

/** Null, which is no filter, when nothing is left or when all of `all` are there. */
function toggle<Value>(list: readonly Value[], value: Value, all: number | null): Value[] | null {
  const changed = list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
  return changed.length === (all ?? 0) ? null : changed;
}

function lastOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
