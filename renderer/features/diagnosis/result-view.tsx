// The result: the sentence, the way, one action at a time, the question that decides, whom to call; then everybody's own part.
import type { ReactNode } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Headline } from "../../ui/headline.tsx";
import { PathPicture } from "../../ui/path-picture.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";
import { CallCard } from "./call-card.tsx";
import { CareLinks } from "./care-links.tsx";
import { CauseList } from "./cause-list.tsx";
import type { Done, Way } from "./guide.ts";
import { HealthyTable } from "./healthy-table.tsx";
import { NextStep } from "./next-step.tsx";
import { sayCause } from "./sentence.ts";
import { TakeAlong } from "./take-along.tsx";
import { drawStages } from "./stage-path.ts";
import { StageRows } from "./stage-rows.tsx";

interface ResultViewProps {
  readonly check: Done;
  readonly way: Way;
  readonly again: ReactNode;
}

export function ResultView({ check, way, again }: ResultViewProps) {
  const speech = useSpeech();
  const { say } = speech;
  const [{ role }] = usePreferences();
  const { reasoned, isOver } = check;
  const isExpert = role === "install" || role === "repair";
  const { hops, broken } = drawStages(reasoned.stages, say);
  const [first] = reasoned.causes;
  return (
    <div
      className="flex flex-col gap-6 low:gap-3"
      data-why="result"
      data-cause={first?.cause}
      data-why-verdict={reasoned.verdict}
    >
      <div className="flex items-start gap-3">
        <StateMark
          state={isOver ? "ok" : reasoned.verdict === "clear" ? "wrong" : "unknown"}
          className="mt-1.5 size-7 low:mt-1 low:size-5"
        />
        <Headline about={`${isOver} ${reasoned.verdict} ${first?.cause}`}>
          {isOver ? say("why.works-title") : sayCause(reasoned, speech)}
        </Headline>
      </div>
      {isOver ? <p className="text-16 text-soft">{say("why.works-text")}</p> : <NextStep check={check} way={way} />}
      {!isOver && first !== undefined && <CareLinks cause={first.cause} />}
      {reasoned.stages.length > 0 && <PathPicture title={say("path.title")} hops={hops} broken={broken} />}
      <CallCard check={check} way={way} />
      {isExpert ? (
        <RoleParts check={check} way={way} role={role} />
      ) : (
        <Disclosure title={say("why.causes")}>
          <RoleParts check={check} way={way} role="repair" />
        </Disclosure>
      )}
      <TakeAlong check={check} way={way} />
      {again}
    </div>
  );
}

interface RolePartsProps {
  readonly check: Done;
  readonly way: Way;
  readonly role: "install" | "repair";
}

function RoleParts({ check, way, role }: RolePartsProps) {
  const { say, tell } = useSpeech();
  const { reasoned } = check;
  const part = role === "install" ? "distributor" : "technician";
  const advice = reasoned.advice[part];
  return (
    <div className="flex flex-col gap-6 py-2" data-part={part}>
      {advice.length > 0 && (
        <section aria-label={say(`why.advice-${part}`)} className="flex flex-col gap-2">
          <h2 className="text-16 font-semibold">{say(`why.advice-${part}`)}</h2>
          <ol className="flex list-decimal flex-col gap-1 pl-6 text-14">
            {advice.map(({ cause, text }) => (
              <li key={`${cause} ${text.en}`}>{tell(text)}</li>
            ))}
          </ol>
        </section>
      )}
      {reasoned.stages.length > 0 && (
        <section aria-label={say("why.stages")} className="flex flex-col gap-2">
          <h2 className="text-16 font-semibold">{say("why.stages")}</h2>
          <StageRows stages={reasoned.stages} isDetailed />
        </section>
      )}
      {role === "repair" && way === "cable" && <HealthyTable check={check} />}
      <CauseList reasoned={reasoned} />
    </div>
  );
}
