import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Output } from "../../../../electron/contract/commands.ts";
import type { ComparedSide, DescribedLog } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import type { Translate } from "../../../i18n/translate.ts";
import { Button } from "../../../ui/button.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { SortHead } from "../../../ui/sort-head.tsx";
import { SaveSheet } from "../save-sheet.tsx";
import { FileButton } from "./file-button.tsx";
import { type GivenFile, openFiles } from "./open-files.ts";
import { printDay, readField } from "./print-time.ts";
import { compare } from "./view-actions.ts";
import { change, useViewer, type Viewer } from "./viewer-state.ts";

interface ComparePaneProps {
  readonly viewer: Viewer;
  readonly log: DescribedLog;
  readonly onGo: (line: number) => void;
}

const day = 86_400_000;

const whole = ({ log }: DescribedLog): ComparedSide => ({ log, source: null, from: null, to: null });

function compareWith(viewer: Viewer, other: DescribedLog): void {
  const { log } = viewer.store.read();
  if (log === null) return;
  change(viewer, { beside: { log: other, shift: 0 } });
  void compare(viewer, whole(log), whole(other));
}

/** Compares as soon as it is read. */
async function openOther(viewer: Viewer, files: readonly GivenFile[]): Promise<void> {
  await openFiles(viewer, files, "other");
  const { other } = viewer.store.read();
  if (other?.isIndexed === true) compareWith(viewer, other);
}

/** Two days of this log, or this log and another one: which kinds of messages one side has more of. */
export function ComparePane({ viewer, log, onGo }: ComparePaneProps) {
  const { say } = useSpeech();
  const { other, compared } = useViewer(viewer);
  const offset = log.sources[0]?.placement.offset ?? 0;
  const [days, setDays] = useState({
    one: log.first === null ? "" : printDay(log.first, offset),
    other: log.last === null ? "" : printDay(log.last, offset),
  });
  const sideOf = (date: string): ComparedSide => {
    const from = readField(`${date}T00:00:00`, offset);
    return { log: log.log, source: null, from, to: from === null ? null : from + day - 1 };
  };
  const compareDays = (): void => {
    const [one, second] = [sideOf(days.one), sideOf(days.other)];
    change(viewer, { beside: { log, shift: (second.from ?? 0) - (one.from ?? 0) } });
    void compare(viewer, one, second);
  };
  const field = (key: "one" | "other", label: string): ReactNode => (
    <DayField label={label} value={days[key]} onDay={(date) => setDays((before) => ({ ...before, [key]: date }))} />
  );
  return (
    <div className="flex flex-col gap-3 p-3 text-13">
      <h2 className="font-semibold">{say("viewer.compare-days")}</h2>
      <div className="flex flex-wrap items-end gap-2">
        {field("one", say("viewer.first-day"))}
        {field("other", say("viewer.second-day"))}
        <Button onClick={compareDays}>{say("viewer.compare-run")}</Button>
      </div>
      <h2 className="font-semibold">{say("viewer.compare-other")}</h2>
      <div className="flex flex-wrap items-center gap-2">
        <FileButton label={say("viewer.compare-open")} onFiles={(files) => void openOther(viewer, files)} />
        {other !== null && (
          <Button disabled={!other.isIndexed} data-compare-with={other.log} onClick={() => compareWith(viewer, other)}>
            {say("viewer.compare-run")}
          </Button>
        )}
        {other !== null && <span className="text-soft">{other.sources.map(({ name }) => name).join(", ")}</span>}
      </div>
      {compared !== null && <ComparedKinds compared={compared} isApart={other !== null} onGo={onGo} />}
    </div>
  );
}

function DayField({
  label,
  value,
  onDay,
}: {
  readonly label: string;
  readonly value: string;
  readonly onDay: (date: string) => void;
}) {
  return (
    <label className="flex flex-col gap-0.5">
      <span className="text-soft">{label}</span>
      <input
        type="date"
        className="min-h-8 rounded-control border border-edge bg-surface px-1"
        value={value}
        onChange={(event) => onDay(event.target.value)}
      />
    </label>
  );
}

interface ComparedKindsProps {
  readonly compared: Output<"log.compare">;
  /** The other side is another log: its lines are not in this one. */
  readonly isApart: boolean;
  readonly onGo: (line: number) => void;
}

function ComparedKinds({ compared, isApart, onGo }: ComparedKindsProps) {
  const { say } = useSpeech();
  const top = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const { kinds, wayOf, sort } = useOrder(compared.kinds.filter(({ kind }) => kind.toLowerCase().includes(wanted)));
  useEffect(() => {
    // The pane alone: whatever else holds it must not move.
    const pane = top.current?.closest<HTMLElement>("[data-pane-content]");
    if (pane != null && top.current !== null) pane.scrollTop = top.current.offsetTop - pane.offsetTop;
  }, [compared]);
  return (
    <div ref={top} className="flex flex-col gap-1" data-compared={compared.kinds.length}>
      <p className="text-soft">
        {say("viewer.compare-sum", { one: compared.one.lines, other: compared.other.lines, same: compared.same })}
        {compared.isCut && ` ${say("viewer.cut")}`}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label={say("viewer.compare-search")}
          value={typed}
          onType={setTyped}
          className="min-w-0 grow basis-32"
        />
        <SaveSheet name="counterpart-compared" rows={() => listRows(kinds, say)} />
      </div>
      {kinds.length === 0 && typed !== "" && (
        <p role="status" className="text-soft">
          {say("viewer.compare-none", { typed })}
        </p>
      )}
      <table className="w-full">
        <thead>
          <tr className="text-left text-soft">
            <SortHead title={say("viewer.compare-kind")} way={wayOf("kind")} onSort={() => sort("kind")} />
            <SortHead isNumber title={say("viewer.one")} way={wayOf("one")} onSort={() => sort("one")} />
            <SortHead isNumber title={say("viewer.other")} way={wayOf("other")} onSort={() => sort("other")} />
          </tr>
        </thead>
        <tbody>
          {kinds.map((each) => (
            <KindRow key={each.kind} compared={each} canGo={each.one > 0 || !isApart} onGo={onGo} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function listRows(kinds: Kinds, say: Translate): readonly (readonly string[])[] {
  const heads = [say("viewer.compare-kind"), say("viewer.one"), say("viewer.other")];
  return [heads, ...kinds.map(({ kind, one, other }) => [kind, String(one), String(other)])];
}

interface KindRowProps extends Pick<ComparedKindsProps, "onGo"> {
  readonly compared: Kinds[number];
  readonly canGo: boolean;
}

function KindRow({ compared: { kind, one, other, line }, canGo, onGo }: KindRowProps) {
  return (
    <tr className="border-t border-line align-top">
      <td className="py-0.5">
        <button
          type="button"
          disabled={!canGo}
          className="rounded-control text-left font-mono wrap-anywhere enabled:text-accent enabled:hover:bg-accent-wash"
          onClick={() => onGo(line)}
        >
          {kind}
        </button>
      </td>
      <td className="px-1 py-0.5 text-right whitespace-nowrap tabular-nums">{one}</td>
      <td className="px-1 py-0.5 text-right whitespace-nowrap tabular-nums">{other}</td>
    </tr>
  );
}

type Kinds = Output<"log.compare">["kinds"];
type By = "kind" | "one" | "other";

/** As they come: those first that differ most. A head sorts by its column, then the other way round. */
function useOrder(found: Kinds) {
  const [order, setOrder] = useState<{ readonly by: By; readonly isUp: boolean } | null>(null);
  const way = order?.isUp === true ? 1 : -1;
  const compareBy = (by: By) => (one: Kinds[number], other: Kinds[number]) =>
    way * (by === "kind" ? one.kind.localeCompare(other.kind, "en", { numeric: true }) : one[by] - other[by]);
  return {
    kinds: order === null ? found : found.toSorted(compareBy(order.by)),
    wayOf: (by: By) => (order?.by === by ? (order.isUp ? "ascending" : "descending") : ("none" as const)),
    // Names from the first, numbers from the largest.
    sort: (by: By): void => setOrder({ by, isUp: order?.by === by ? !order.isUp : by === "kind" }),
  };
}
