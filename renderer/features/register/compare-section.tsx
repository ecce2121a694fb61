// Two moments of one terminal: those at which its settings were new, or any other.
import { useEffect, useId, useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { inputFrame, TextField } from "../../ui/text-field.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { ChangeLines } from "../push/change-lines.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { asChange } from "./as-change.ts";
import { printExactly } from "./print-exactly.ts";

interface CompareSectionProps {
  readonly serialNumber: string;
  /** The latest first. */
  readonly readings: readonly string[];
}

export function CompareSection({ serialNumber, readings }: CompareSectionProps) {
  const { say } = useSpeech();
  const [latest = null, before = latest] = readings;
  const [from, setFrom] = useState(before);
  const [to, setTo] = useState(latest);
  return (
    <section aria-label={say("register.compare")} className="flex flex-col gap-3">
      <h2 className="text-16 font-semibold">{say("register.compare")}</h2>
      {from === null || to === null ? (
        <p className="text-14 text-soft">{say("register.compare-none")}</p>
      ) : (
        <>
          <div className="flex flex-wrap items-start gap-4">
            <MomentField label={say("register.from")} value={from} readings={readings} onChoose={setFrom} />
            <MomentField label={say("register.to")} value={to} readings={readings} onChoose={setTo} />
          </div>
          <p className="text-13 text-soft">{say("register.compare-why")}</p>
          <Differences serialNumber={serialNumber} from={from} to={to} />
        </>
      )}
    </section>
  );
}

interface MomentFieldProps {
  readonly label: string;
  /** ISO 8601, UTC. */
  readonly value: string;
  readonly readings: readonly string[];
  readonly onChoose: (at: string) => void;
}

const other = "other";

function MomentField({ label, value, readings, onChoose }: MomentFieldProps) {
  const { say, language } = useSpeech();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string): void => {
    setTyped(text);
    const time = Date.parse(text);
    if (!Number.isNaN(time)) onChoose(new Date(time).toISOString());
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-14 font-medium">
        {label}
      </label>
      <select
        id={id}
        className={`min-h-target px-3 text-14 ${inputFrame} border-edge`}
        value={typed === null ? value : other}
        onChange={({ target }) => {
          if (target.value === other) setTyped("");
          else {
            setTyped(null);
            onChoose(target.value);
          }
        }}
      >
        {readings.map((at) => (
          <option key={at} value={at}>
            {printExactly(at, language)}
          </option>
        ))}
        <option value={other}>{say("register.other-moment")}</option>
      </select>
      {typed !== null && (
        <TextField
          label={`${label}: ${say("register.moment")}`}
          isLabelHidden
          type="datetime-local"
          step={1}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </div>
  );
}

type Compared = Output<"register.compare">;

interface DifferencesProps {
  readonly serialNumber: string;
  readonly from: string;
  readonly to: string;
}

function Differences({ serialNumber, from, to }: DifferencesProps) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const [compared, setCompared] = useState<Result<Compared> | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    void client.call("register.compare", { serialNumber, from, to }, signal).then((answer) => {
      if (!signal.aborted) setCompared(answer);
    });
    return () => controller.abort();
  }, [client, serialNumber, from, to]);
  if (compared === null) return null;
  if (!compared.ok)
    return (
      <div role="alert">
        <FailureWords failure={compared.failure} />
      </div>
    );
  const { differences } = compared.value;
  const note = explain(compared.value);
  return (
    <div className="flex flex-col gap-2" role="status" data-compared={differences.length}>
      {note !== null && <p className="text-14">{say(note)}</p>}
      <ChangeLines changes={differences.map(asChange)} />
    </div>
  );
}

function explain({ from, to, differences }: Compared) {
  if (from === null && to === null) return "register.none-known";
  if (from === null || to === null) return "register.not-known";
  return differences.length === 0 ? "register.same" : null;
}
