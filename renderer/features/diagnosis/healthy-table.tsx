// The technician's comparison: this terminal, and beside it a healthy one; only what differs.
import { useEffect, useState } from "react";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";
import { printMoment } from "../../i18n/print-moment.ts";
import type { Speech } from "../../i18n/speech.tsx";
import { useSpeech } from "../../i18n/speech.tsx";
import { nameField, nameValue } from "../push/name-field.ts";
import { SortHead } from "../../ui/sort-head.tsx";
import { SaveSheet } from "../logs/save-sheet.tsx";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { compareHealthy, type Difference, type Healthy } from "./compare-healthy.ts";
import type { Done } from "./guide.ts";

export function HealthyTable({ check }: { readonly check: Done }) {
  const { say, language } = useSpeech();
  const healthy = useHealthy();
  const { settings } = check.known;
  const differences = compareHealthy({
    settings: settings == null ? null : networkSettingsSchema.parse(settings),
    stages: check.reasoned.stages,
    healthy,
  });
  return (
    <section
      aria-label={say("healthy.title")}
      className="flex flex-col gap-2"
      data-healthy={healthy === null ? "rules" : "record"}
    >
      <h2 className="text-16 font-semibold">{say("healthy.title")}</h2>
      <p className="text-13 text-soft">
        {healthy === null
          ? say("healthy.by-rules")
          : say("healthy.by-record", { when: printMoment(healthy.at, language) })}
      </p>
      {differences.length === 0 ? (
        <p className="text-14">{say("healthy.same")}</p>
      ) : (
        <Differences differences={differences} />
      )}
    </section>
  );
}

const columns = ["what", "this", "good"] as const;

interface Order {
  readonly by: (typeof columns)[number];
  readonly isDown: boolean;
}

const cell = "px-4 py-2 align-top text-left text-14 narrow:px-3";

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const speech = useSpeech();
  const [order, setOrder] = useState<Order | null>(null);
  const told = differences.map((one) => ({
    id: one.id,
    what: nameDifference(one, speech),
    this: sayValue(one, one.now, speech),
    good: sayValue(one, one.healthy, speech),
  }));
  const way = order?.isDown === true ? -1 : 1;
  const rows =
    order === null ? told : told.toSorted((a, b) => way * a[order.by].localeCompare(b[order.by], speech.language));
  const heads = columns.map((name) => speech.say(`healthy.${name}`));
  return (
    <div className="overflow-x-auto rounded-panel border border-line bg-surface">
      <table className="w-full border-collapse">
        <thead className="border-b border-line text-soft">
          <tr>
            {columns.map((by, at) => (
              <SortHead
                key={by}
                title={heads[at] ?? ""}
                inset="px-4 text-13 narrow:px-3"
                way={order?.by !== by ? "none" : order.isDown ? "descending" : "ascending"}
                onSort={() => setOrder({ by, isDown: order?.by === by && !order.isDown })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id} className="border-b border-line last:border-b-0" data-differs={one.id}>
              <th scope="row" className={`${cell} font-normal`}>
                {one.what}
              </th>
              <td className={`${cell} font-semibold text-wrong`}>{one.this}</td>
              <td className={`${cell} font-semibold text-ok`}>{one.good}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="border-t border-line px-2 py-1">
        <SaveSheet
          name="counterpart-differences"
          rows={() => [heads, ...rows.map((row) => columns.map((by) => row[by]))]}
        />
      </div>
    </div>
  );
}

function nameDifference({ id, kind, about }: Difference, speech: Speech): string {
  const { say } = speech;
  if (kind === "stage") return nameStage(about, speech);
  if (kind === "setting") return `${nameField(id.slice(about.length + 1), speech)} · ${about}`;
  return about === "" ? say(`healthy.${kind}`) : `${say(`healthy.${kind}`)} · ${about}`;
}

function nameStage(stage: string, { say }: Speech): string {
  return (say as (key: string) => string)(`why.stage-${stage}`);
}

const words: readonly string[] = ["up", "down", "passed", "failed"];

function sayValue({ kind, id, about }: Difference, value: string | null, speech: Speech): string {
  const { say } = speech;
  if (kind === "setting") return nameValue(id.slice(about.length + 1), value, speech);
  const key =
    kind === "sim" ? `cellular.sim-${value}` : kind === "registration" ? `cellular.is-${value}` : `healthy.${value}`;
  const isWord = kind === "sim" || kind === "registration" || words.includes(value ?? "");
  return isWord ? (say as (key: string) => string)(key) : (value ?? "");
}

/** Null where none is on record, or no terminal hangs here. */
function useHealthy(): Healthy {
  const { client } = useDesk();
  const { connection } = useSession();
  const session = connection.kind === "open" ? connection.session : null;
  const [healthy, setHealthy] = useState<Healthy>(null);
  useEffect(() => {
    let isLeft = false;
    setHealthy(null);
    if (session === null) return;
    void client.call("diagnosis.healthy", { session }).then((asked) => {
      if (!isLeft && asked.ok) setHealthy(asked.value.healthy);
    });
    return () => {
      isLeft = true;
    };
  }, [client, session]);
  return healthy;
}
