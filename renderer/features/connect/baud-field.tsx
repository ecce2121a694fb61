import { useId } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { inputFrame } from "../../ui/text-field.tsx";
import { baudRates } from "./baud-rates.ts";

export function BaudField({ value, onChange }: { readonly value: number; readonly onChange: (rate: number) => void }) {
  const { say } = useSpeech();
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-14 font-medium">
        {say("ports.baud")}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
        className={`min-h-target border-edge px-2 font-mono text-14 ${inputFrame}`}
      >
        {baudRates.map((rate) => (
          <option key={rate} value={rate}>
            {rate}
          </option>
        ))}
      </select>
    </div>
  );
}
