import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { useSpeech } from "../../i18n/speech.tsx";
import { SignalPlot } from "./signal-plot.tsx";
import { findSpread, weakBelow } from "./signal-samples.ts";
import type { SignalWatch } from "./use-signal.ts";

export function SignalPanel({ watch }: { readonly watch: SignalWatch }) {
  const { say, tell } = useSpeech();
  const { samples, scale, failure, isPaused, goOn } = watch;
  const spread = findSpread(samples);
  const limit = weakBelow[scale];
  return (
    <section aria-label={say("signal.title")} className="flex flex-col gap-3" data-signal={scale}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-16 font-semibold">{say("signal.title")}</h2>
        {spread !== null && (
          <p className="flex items-center gap-2 text-14">
            <StateMark state={spread.now < limit ? "odd" : "ok"} className="size-5" />
            <span className="font-mono font-semibold">{say("signal.now", { value: spread.now })}</span>
            <span className="text-soft">{say(spread.now < limit ? "signal.weak" : "signal.good")}</span>
          </p>
        )}
      </div>
      {failure !== null && (
        <Notice state="odd">
          <p>{say("signal.failed", { reason: tell(failure.message) })}</p>
        </Notice>
      )}
      {samples.length === 0 && failure === null && (
        <p className="flex items-center gap-3 text-14 text-soft">
          <Spinner /> {say("signal.waiting")}
        </p>
      )}
      {samples.length > 0 && <SignalPlot samples={samples} scale={scale} />}
      {samples.length > 0 && (
        <div className="flex flex-wrap gap-x-2 text-13 text-soft">
          {spread === null && <p>{say("signal.unknown")}</p>}
          {spread !== null && spread.seconds > 0 && <p>{say("signal.range", spread)}</p>}
          <p>{say("signal.limit", { limit })}</p>
          <p>{say("signal.note")}</p>
        </div>
      )}
      {isPaused && (
        <Notice state="odd">
          <p>{say("signal.paused")}</p>
          <Button onClick={goOn}>{say("signal.go-on")}</Button>
        </Notice>
      )}
    </section>
  );
}
