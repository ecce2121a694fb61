import type { ReactNode } from "react";
import type { Change } from "../../../electron/core/settings/change.ts";
import { maskOf } from "../../../electron/core/settings/prefix-length.ts";
import { printIpv4 } from "../../../electron/core/settings/ipv4.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { ChangedValue } from "../../ui/changed-value.tsx";
import { nameField, nameSide, type Side } from "./name-field.ts";

interface ChangeTableProps {
  readonly changes: readonly Change[];
  /** A last column, such as what became of the field. */
  readonly outcome?: { readonly title: string; readonly show: (change: Change) => ReactNode };
}

export function ChangeTable({ changes, outcome }: ChangeTableProps) {
  const speech = useSpeech();
  const { say } = speech;
  const cell = "px-4 py-3 align-top narrow:px-3";
  const head = "px-4 py-2 narrow:px-3 text-left text-13 font-medium text-soft";
  return (
    <div className="overflow-x-auto rounded-panel border border-line bg-surface">
      <table className="w-full border-collapse">
        <thead className="border-b border-line">
          <tr>
            <th className={head}>{say("push.field")}</th>
            <th className={head}>{say(outcome === undefined ? "push.now" : "push.before")}</th>
            <th className={head}>{say("push.new")}</th>
            {outcome !== undefined && <th className={head}>{outcome.title}</th>}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr
              key={`${change.interface}.${change.field}`}
              className="border-b border-line last:border-b-0"
              data-change={`${change.interface}.${change.field}`}
            >
              <th scope="row" className={`${cell} text-left font-normal`}>
                <span className="block text-14">{nameField(change.field, speech)}</span>
                <span className="font-mono text-13 text-soft">{change.interface}</span>
              </th>
              <td className={cell}>
                <ChangeValue change={change} side="from" changes={changes} />
              </td>
              <td className={cell}>
                <ChangeValue change={change} side="to" changes={changes} />
              </td>
              {outcome !== undefined && <td className={cell}>{outcome.show(change)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ChangeValueProps {
  readonly change: Change;
  readonly side: Side;
  /** Those it comes with. */
  readonly changes: readonly Change[];
}

function ChangeValue({ change, side, changes }: ChangeValueProps) {
  const speech = useSpeech();
  const { field, [side]: own } = change;
  const mask = field === "ipv4.address" && own !== null ? describeMask(own) : null;
  return (
    <span className="flex flex-col">
      <ChangedValue
        value={nameSide(change, side, { changes, speech })}
        against={nameSide(change, side === "from" ? "to" : "from", { changes, speech })}
        tone={side === "from" ? "old" : "new"}
      />
      {mask !== null && <span className="font-mono text-13 text-soft">{mask}</span>}
    </span>
  );
}

function describeMask(cidr: string): string | null {
  const bits = Number(cidr.split("/")[1]);
  return Number.isInteger(bits) && bits >= 0 && bits <= 32 ? printIpv4(maskOf(bits)) : null;
}
