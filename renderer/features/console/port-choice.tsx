import { useId } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { inputFrame } from "../../ui/text-field.tsx";
import { BaudField } from "../connect/baud-field.tsx";
import { useSession } from "../session/use-desk.tsx";

interface PortChoiceProps {
  readonly port: string;
  readonly onPort: (port: string) => void;
  readonly baudRate: number;
  readonly onBaudRate: (rate: number) => void;
  /** While a console is open. */
  readonly isFixed: boolean;
}

export function PortChoice({ port, onPort, baudRate, onBaudRate, isFixed }: PortChoiceProps) {
  const { say } = useSpeech();
  const { ports, choice } = useSession();
  const id = useId();
  const names = new Set([...(choice === null ? [] : [choice.port]), ...(ports.list ?? []).map(({ path }) => path)]);
  return (
    <fieldset disabled={isFixed} className="flex flex-wrap items-end gap-x-4 gap-y-2 narrow:gap-x-2">
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="text-14 font-medium">
          {say("console.port")}
        </label>
        <select
          id={id}
          value={port}
          onChange={(event) => onPort(event.target.value)}
          className={`min-h-target max-w-48 narrow:max-w-44 border-edge px-2 font-mono text-14 ${inputFrame}`}
        >
          {port === "" && <option value="">—</option>}
          {[...names].map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <BaudField value={baudRate} onChange={onBaudRate} />
    </fieldset>
  );
}
