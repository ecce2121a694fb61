import { useEffect, useRef } from "react";
import type { Slot } from "../../../electron/contract/provisioning.ts";
import { usePreferences } from "../shell/use-preferences.tsx";
import { Sounds } from "./sounds.ts";

export interface SoundSwitch {
  readonly isOn: boolean;
  readonly toggle: () => void;
}

/** What ended is heard, a stop over a done; and whether anything is heard at all. */
export function useTurnSounds(turns: readonly Slot[]): SoundSwitch {
  const [{ benchSounds: isOn }, prefer] = usePreferences();
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
  return { isOn, toggle: () => prefer({ benchSounds: !isOn }) };
}
