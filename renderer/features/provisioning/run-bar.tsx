// How far the run is, and what can be done with all of it: in the line of the bench's head, so that the wall begins high up.
import { CirclePause, CirclePlay, Volume2, VolumeX } from "lucide-react";
import type { Run } from "../../../electron/contract/provisioning.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Spinner } from "../../ui/spinner.tsx";
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
  return (
    <>
      <Progress run={run} />
      <RunButtons run={run} control={control} sounds={sounds} />
      {control.isEnding && (
        <p role="status" className="flex basis-full items-center gap-3 text-14 text-soft">
          <Spinner /> {say("bench.ending")}
        </p>
      )}
    </>
  );
}

function Progress({ run: { name, state, isDryRun, counts } }: Pick<RunBarProps, "run">) {
  const { say } = useSpeech();
  const isRunning = state === "running";
  return (
    <div className="flex min-w-0 grow basis-72 flex-col">
      <p className="flex items-baseline gap-x-3 text-20 font-semibold low:text-16">
        <span className="min-w-0 truncate" title={name ?? ""}>
          {name}
        </span>
        <span data-run-state={state} className={`shrink-0 ${isRunning ? "text-accent" : "text-odd"}`}>
          {isDryRun && isRunning ? say("bench.run-dry") : say(`bench.run-${state}`)}
        </span>
      </p>
      <p className="flex flex-wrap gap-x-4 text-16 tight:text-14" data-counts="">
        {counted.map((each) => (
          <span key={each}>{say(`bench.count-${each}`, { count: counts[each] })}</span>
        ))}
      </p>
    </div>
  );
}

function RunButtons({ run, control, sounds }: RunBarProps) {
  const { say } = useSpeech();
  const isRunning = run.state === "running";
  const Act = isRunning ? CirclePause : CirclePlay;
  const Sound = sounds.isOn ? Volume2 : VolumeX;
  return (
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
        look="quiet"
        aria-pressed={sounds.isOn}
        aria-label={say("bench.sounds")}
        title={say(sounds.isOn ? "bench.sound-on" : "bench.sound-off")}
        onClick={sounds.toggle}
      >
        <Sound aria-hidden="true" className="size-5" />
      </Button>
    </div>
  );
}
