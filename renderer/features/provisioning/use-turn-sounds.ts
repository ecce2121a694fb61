import { useEffect, useRef, useState } from "react";
import type { Slot } from "../../../electron/contract/provisioning.ts";
import { Sounds } from "./sounds.ts";

/** On this computer: the bench's loudspeaker is not everybody's. */
const place = "counterpart.bench-sounds";

export interface SoundSwitch {
  readonly isOn: boolean;
  readonly toggle: () => void;
}

/** What ended is heard, a stop over a done; and whether anything is heard at all. */
export function useTurnSounds(turns: readonly Slot[]): SoundSwitch {
  const [isOn, setOn] = useState(() => localStorage.getItem(place) !== "off");
  const sounds = useRef<Sounds | null>(null);
  const heard = useRef(turns);
  useEffect(() => {
    if (heard.current === turns) return;
    heard.current = turns;
    if (!isOn || turns.length === 0) return;
    sounds.current ??= new Sounds();
    sounds.current.play(turns.some(({ state }) => state === "stop") ? "stop" : "done");
  }, [turns, isOn]);
  useEffect(() => () => sounds.current?.close(), []);
  const toggle = (): void => {
    localStorage.setItem(place, isOn ? "off" : "on");
    setOn(!isOn);
  };
  return { isOn, toggle };
}
