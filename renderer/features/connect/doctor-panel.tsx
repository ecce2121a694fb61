// Why a cable does not lead to a terminal: the one thing to do first, then every check with its state. It asks for nothing
// until somebody wants to know.
import { useEffect, useRef, useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { fillPlaces } from "../../i18n/translate.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { connect } from "../session/connect.ts";
import { useDesk } from "../session/use-desk.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";
import { timed } from "../wait/pace.ts";
import { TimeLeft } from "../wait/time-left.tsx";
import { doctorWords, stateWords } from "./doctor-words.ts";

interface DoctorPanelProps {
  /** Null: none was chosen. */
  readonly port: string | null;
  /** What connecting to it ended in. */
  readonly failure: Failure["code"] | null;
  /** Somebody wants to know already. */
  readonly isAsked?: boolean;
}

type Diagnosis = Output<"ports.examine">;
type Check = Diagnosis["checks"][number];

export function DoctorPanel({ port, failure, isAsked = false }: DoctorPanelProps) {
  const { tell } = useSpeech();
  const desk = useDesk();
  const [{ baudRate }] = usePreferences();
  const [diagnosis, setDiagnosis] = useState<Diagnosis | null>(null);
  const [isLooking, setIsLooking] = useState(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const look = async (): Promise<void> => {
    setIsLooking(true);
    const seen = diagnosis === null ? null : [...diagnosis.seen];
    const examined = await timed("cable", "", () => desk.client.call("ports.examine", { port, failure, seen }));
    setIsLooking(false);
    setTrouble(examined.ok ? null : examined.failure);
    if (examined.ok) setDiagnosis(examined.value);
  };
  const first = useRef(isAsked ? look : null);
  useEffect(() => {
    void first.current?.();
    first.current = null;
  }, []);
  const isBare = diagnosis === null;
  const fresh = diagnosis?.fresh ?? null;
  return (
    <section aria-label={tell(doctorWords.title)} className="flex flex-col gap-4" data-doctor={diagnosis?.first ?? ""}>
      {diagnosis !== null && <Findings diagnosis={diagnosis} />}
      {trouble !== null && <Notice state="wrong" title={tell(trouble.message)} role="alert" />}
      <div className="flex flex-wrap items-center gap-3">
        {!(isBare && isLooking) && (
          <Button disabled={isLooking} onClick={() => void look()}>
            {tell(isBare ? doctorWords.why : doctorWords.again)}
          </Button>
        )}
        {fresh !== null && fresh !== port && (
          <Button
            look="primary"
            onClick={() => void connect(desk, { port: fresh, baudRate, user: null, become: null })}
          >
            {fillPlaces(tell(doctorWords.connect), { port: fresh })}
          </Button>
        )}
        {isLooking && (
          <p className="flex items-center gap-2 text-13 text-soft" role="status">
            <Spinner /> {tell(doctorWords.looking)} <TimeLeft of="cable" />
          </p>
        )}
      </div>
    </section>
  );
}

function Findings({ diagnosis: { checks, first } }: { readonly diagnosis: Diagnosis }) {
  const { tell } = useSpeech();
  const urgent = checks.find(({ id }) => id === first);
  return (
    <>
      {urgent === undefined ? (
        <Notice state="ok" title={tell(doctorWords.fine)} role="status" />
      ) : (
        <Notice state={urgent.state} title={tell(urgent.sentence)} role="status">
          {urgent.steps.length > 0 && (
            <>
              <h2 className="mt-1 text-14 font-semibold">{tell(doctorWords.steps)}</h2>
              <ol className="flex list-decimal flex-col gap-1 pl-5 text-14 wrap-anywhere">
                {urgent.steps.map((step) => (
                  <li key={step.en}>{tell(step)}</li>
                ))}
              </ol>
            </>
          )}
        </Notice>
      )}
      <CheckList checks={checks.filter(({ state }) => state !== "not-needed")} told={first} />
    </>
  );
}

/** `told`: said above already. */
function CheckList({ checks, told }: { readonly checks: readonly Check[]; readonly told: string | null }) {
  const { tell } = useSpeech();
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-13 text-soft">{tell(doctorWords.checked)}</h2>
      <ul className="flex flex-col gap-2">
        {checks.map(({ id, state, title, sentence }) => (
          <li key={id} className="flex gap-3 text-14" data-check={id} data-state={state}>
            <StateMark state={state} className="mt-0.5 size-4" />
            <span className="min-w-0">
              <span className="sr-only">{tell(stateWords[state])}: </span>
              <span className="font-semibold">{tell(title)}</span>
              <span className="text-soft wrap-anywhere"> {tell(id === told ? doctorWords.above : sentence)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
