import { useCallback, useEffect, useRef, useState } from "react";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { endsSession } from "../session/desk.ts";
import { useDesk } from "../session/use-desk.tsx";
import { addSample, readDbm, readScale, type Sample, type Scale } from "./signal-samples.ts";

/** Milliseconds between an answer and the next question: a line has other things to do. */
const rest = 2000;
/** Questions until somebody asks for more: ten minutes. */
const mostQuestions = 300;

export interface SignalWatch {
  readonly samples: readonly Sample[];
  readonly scale: Scale;
  readonly failure: Failure | null;
  readonly isPaused: boolean;
  readonly goOn: () => void;
  /** Resolves when nothing is being asked on the line any more. */
  readonly stop: () => Promise<void>;
}

/** Asks for the signal as long as the part of the window that shows it is there. */
export function useSignal(session: string): SignalWatch {
  const { client } = useDesk();
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const [scale, setScale] = useState<Scale>("rsrp");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPaused, setPaused] = useState(false);
  const [round, setRound] = useState(0);
  const asking = useRef<{ readonly controller: AbortController; readonly ended: Promise<void> } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const watch = async (): Promise<void> => {
      for (let count = 0; count < mostQuestions && !signal.aborted; count++) {
        const told = await client.call("terminal.signal", { session }, signal);
        if (signal.aborted) return;
        if (told.ok) {
          setScale(readScale(told.value));
          setFailure(null);
          setSamples((before) => addSample(before, { at: Date.now(), dbm: readDbm(told.value) }));
        } else if (told.failure.code !== "session-busy") {
          setFailure(told.failure);
          if (endsSession(told.failure) || told.failure.code === "capability-missing") return;
        }
        await pause(rest, signal);
      }
      if (!signal.aborted) setPaused(true);
    };
    asking.current = { controller, ended: watch() };
    return () => controller.abort();
  }, [client, session, round]);
  const goOn = useCallback(() => {
    setPaused(false);
    setRound((before) => before + 1);
  }, []);
  const stop = useCallback(async () => {
    asking.current?.controller.abort();
    await asking.current?.ended;
  }, []);
  return { samples, scale, failure, isPaused, goOn, stop };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
