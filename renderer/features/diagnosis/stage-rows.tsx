// Each thing that was tried, with a tick or a cross, a word, and how long it took.
import { useSpeech } from "../../i18n/speech.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import type { Stage } from "./guide.ts";
import { markOf } from "./stage-path.ts";

export function StageRows({
  stages,
  isDetailed = false,
}: {
  readonly stages: readonly Stage[];
  readonly isDetailed?: boolean;
}) {
  const { say } = useSpeech();
  if (stages.length === 0) return null;
  return (
    <ol aria-label={say("why.stages")} className="flex flex-col gap-1.5">
      {stages.map((stage) => (
        <li
          key={`${stage.from} ${stage.stage} ${stage.target}`}
          className="flex flex-wrap items-start gap-x-3 text-14"
          data-tried={stage.stage}
          data-tried-outcome={stage.outcome}
        >
          <StateMark state={markOf(stage)} className="mt-px size-5" />
          <span className="font-medium">{say(`why.stage-${stage.stage}`)}</span>
          <span>{say(`why.${stage.outcome}`)}</span>
          {stage.from === "pc" && <span className="text-soft">{say("why.from-pc")}</span>}
          {stage.target !== null && <span className="font-mono text-13 text-soft">{stage.target}</span>}
          {isDetailed && stage.ms !== null && (
            <span className="text-13 text-soft">{say("why.took", { ms: Math.round(stage.ms) })}</span>
          )}
          {isDetailed && stage.detail !== "" && (
            <span className="basis-full pl-8 font-mono text-13 text-soft">{stage.detail}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
