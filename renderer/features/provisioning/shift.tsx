// Who is at the bench; the next shift says so here.
import { type SyntheticEvent, useState } from "react";
import type { Run } from "../../../electron/contract/provisioning.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { RunControl } from "./use-run-control.ts";

interface ShiftProps {
  readonly run: Run;
  readonly control: RunControl;
}

export function Shift({ run: { operator, bench }, control }: ShiftProps) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState<string | null>(null);
  const relieve = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (typed === null || typed.trim() === "") return;
    void control.relieve(typed.trim());
    setTyped(null);
  };
  if (typed === null) {
    const said = say("bench.at-bench", { operator, bench });
    return (
      <span className="flex min-w-0 items-center gap-1 text-14">
        <span className="max-w-56 min-w-0 truncate low:max-w-48" title={said}>
          {said}
        </span>
        <Button look="quiet" className="shrink-0" onClick={() => setTyped("")}>
          {say("bench.relieve")}
        </Button>
      </span>
    );
  }
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={relieve}
      onKeyDown={(event) => event.key === "Escape" && setTyped(null)}
    >
      <TextField
        label={say("bench.operator")}
        isLabelHidden
        placeholder={say("bench.operator")}
        autoFocus
        value={typed}
        maxLength={256}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{say("bench.relieve")}</Button>
    </form>
  );
}
