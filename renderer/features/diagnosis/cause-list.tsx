// Each cause with its confidence, and the lines that speak for and against it: who says so, and how much it counts.
import { Minus, Plus } from "lucide-react";
import { useSpeech } from "../../i18n/speech.tsx";
import { LinesLink } from "../logs/lines-link.tsx";
import type { Cause, Reasoned } from "./guide.ts";

export function CauseList({ reasoned }: { readonly reasoned: Reasoned }) {
  const { say, tell } = useSpeech();
  if (reasoned.causes.length === 0) return null;
  return (
    <section aria-label={say("why.causes")} className="flex flex-col gap-2">
      <h2 className="text-16 font-semibold">{say("why.causes")}</h2>
      <ol className="flex flex-col gap-3">
        {reasoned.causes.map((cause) => {
          const name = reasoned.names[cause.cause];
          const percent = Math.round(cause.confidence * 100);
          return (
            <li
              key={cause.cause}
              className="flex flex-col gap-2 rounded-panel border border-line bg-surface px-4 py-3"
              data-possible={cause.cause}
            >
              <h3 className="flex flex-wrap items-baseline gap-x-3 text-14 font-semibold">
                <span className="font-mono text-13 text-soft">{cause.cause}</span>
                <span className="grow">{name === undefined ? "" : tell(name)}</span>
                <span>{say("why.confidence", { percent })}</span>
              </h3>
              <div aria-hidden="true" className="h-1.5 rounded-full bg-sunken">
                <div className="h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
              </div>
              <Lines lines={cause.for} side="for" />
              <Lines lines={cause.against} side="against" />
              {cause.for.some(({ source }) => source === "log") && <LinesLink wanted={{ causes: [cause.cause] }} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Lines({ lines, side }: { readonly lines: Cause["for"]; readonly side: "for" | "against" }) {
  const { say, tell } = useSpeech();
  if (lines.length === 0) return null;
  const Mark = side === "for" ? Plus : Minus;
  return (
    <div className="flex flex-col gap-1" data-side={side}>
      <p className="flex items-center gap-1.5 text-13 font-medium">
        <Mark aria-hidden="true" className="size-4" />
        {say(`why.${side}`)}
      </p>
      <ul className="flex flex-col gap-1 pl-5.5">
        {lines.map(({ sign, source, says, quote, weight }) => (
          <li key={`${sign} ${quote}`} className="flex flex-wrap gap-x-2 text-13">
            <span>{tell(says)}</span>
            <span className="text-soft">
              {say(`why.source-${source}`)} · {say("why.weight", { weight: weight.toFixed(2) })}
            </span>
            {quote !== null && <span className="basis-full font-mono text-soft">{quote}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
