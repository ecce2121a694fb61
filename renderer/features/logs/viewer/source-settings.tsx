import { useState } from "react";
import type { DescribedLog } from "../../../../electron/contract/opened-logs.ts";
import { useSpeech } from "../../../i18n/speech.tsx";
import { Button } from "../../../ui/button.tsx";
import { place as placeSource } from "./view-actions.ts";
import type { Viewer } from "./viewer-state.ts";

interface SourceSettingsProps {
  readonly viewer: Viewer;
  readonly source: DescribedLog["sources"][number];
  readonly place: number;
}

const field = "min-h-8 w-full rounded-control border border-edge bg-surface px-2 tabular-nums";

/** What a file is, what is wrong with it, and what its times mean. */
export function SourceSettings({ viewer, source, place }: SourceSettingsProps) {
  const { say } = useSpeech();
  const { placement, formats } = source;
  const [zone, setZone] = useState(String(placement.offset / 60));
  const [ahead, setAhead] = useState(String(placement.ahead / 1000));
  const offset = Math.round(Number(zone) * 60);
  const isUsable = Math.abs(offset) <= 840 && Number.isFinite(Number(ahead));
  return (
    <div className="flex flex-col gap-1.5 px-1 pb-2">
      <p className="break-all text-soft" title={source.name}>
        {source.name}
      </p>
      <p className="text-soft">
        {say("viewer.encoding", { encoding: source.encoding.toUpperCase() })}.{" "}
        {say("viewer.formats", { formats: formats.length === 0 ? say("viewer.formats-none") : formats.join(", ") })}
      </p>
      {source.notes.map((note) => (
        <p key={note} className="text-odd">
          {say(`viewer.note-${note}`)}
        </p>
      ))}
      <label className="flex flex-col gap-0.5">
        <span className="text-soft">{say("viewer.zone")}</span>
        <input
          type="number"
          step="0.25"
          className={field}
          value={zone}
          onChange={(event) => setZone(event.target.value)}
        />
      </label>
      <label className="flex flex-col gap-0.5">
        <span className="text-soft">{say("viewer.ahead")}</span>
        <input type="number" className={field} value={ahead} onChange={(event) => setAhead(event.target.value)} />
      </label>
      <Button
        disabled={!isUsable || (offset === placement.offset && Number(ahead) * 1000 === placement.ahead)}
        onClick={() => void placeSource(viewer, place, { offset, ahead: Math.round(Number(ahead) * 1000) })}
      >
        {say("viewer.apply")}
      </Button>
    </div>
  );
}
