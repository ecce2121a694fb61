import type { Change } from "../../../electron/core/settings/change.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { nameField, nameSide } from "./name-field.ts";

/** Changes in a line each, where a table would be too much. */
export function ChangeLines({ changes }: { readonly changes: readonly Change[] }) {
  const speech = useSpeech();
  return (
    <ul className="flex flex-col gap-0.5 text-14">
      {changes.map((change) => (
        <li key={`${change.interface}.${change.field}`} className="flex flex-wrap gap-x-2">
          <span className="text-soft">
            {change.interface} {nameField(change.field, speech)}
          </span>
          <span className="font-mono wrap-anywhere">
            {nameSide(change, "from", { changes, speech })} → {nameSide(change, "to", { changes, speech })}
          </span>
        </li>
      ))}
    </ul>
  );
}
