// How far the run is, who is at the bench, and what can be done with all of it.
import { CirclePause, CirclePlay, Volume2, VolumeX } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import type { Run } from "../../../electron/contract/provisioning.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { RunControl } from "./use-run-control.ts";
import type { SoundSwitch } from "./use-turn-sounds.ts";

interface RunBarProps {
  readonly run: Run;
  readonly control: RunControl;
  readonly sounds: SoundSwitch;
}

const counted = ["done", "claimed", "stopped", "free"] as const;

export function RunBar({ run, control, sounds }: RunBarProps) {
  const { say } = useSpeech();
  const isRunning = run.state === "running";
  const Act = isRunning ? CirclePause : CirclePlay;
  const Sound = sounds.isOn ? Volume2 : VolumeX;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <div className="flex min-w-60 grow flex-col">
        <p className="flex flex-wrap items-baseline gap-x-4 text-20 font-semibold">
          <span>{run.name}</span>
          <span data-run-state={run.state} className={isRunning ? "text-accent" : "text-odd"}>
            {run.isDryRun && isRunning ? say("bench.run-dry") : say(`bench.run-${run.state}`)}
          </span>
        </p>
        <p className="flex flex-wrap gap-x-4 text-16" data-counts="">
          {counted.map((state) => (
            <span key={state}>{say(`bench.count-${state}`, { count: run.counts[state] })}</span>
          ))}
        </p>
      </div>
      <Shift run={run} control={control} />
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          disabled={control.isEnding}
          aria-keyshortcuts="p"
          icon={<Act aria-hidden="true" className="size-5" />}
          onClick={control.toggle}
        >
          {say(isRunning ? "bench.pause" : "bench.resume")}
        </Button>
        <Button disabled={control.isEnding} onClick={() => void control.end()}>
          {say("bench.end")}
        </Button>
        <Button
          aria-pressed={sounds.isOn}
          icon={<Sound aria-hidden="true" className="size-5" />}
          onClick={sounds.toggle}
        >
          {say(sounds.isOn ? "bench.sound-on" : "bench.sound-off")}
        </Button>
      </div>
      {control.isEnding && (
        <p role="status" className="flex basis-full items-center gap-3 text-14 text-soft">
          <Spinner /> {say("bench.ending")}
        </p>
      )}
    </div>
  );
}

/** Who is at the bench; the next shift says so here. */
function Shift({ run: { operator, bench }, control }: Pick<RunBarProps, "run" | "control">) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState<string | null>(null);
  const relieve = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (typed === null || typed.trim() === "") return;
    void control.relieve(typed.trim());
    setTyped(null);
  };
  if (typed === null)
    return (
      <span className="flex items-center gap-1 text-14">
        {say("bench.at-bench", { operator, bench })}
        <Button look="quiet" onClick={() => setTyped("")}>
          {say("bench.relieve")}
        </Button>
      </span>
    );
  return (
    <form className="flex items-end gap-2" onSubmit={relieve}>
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
