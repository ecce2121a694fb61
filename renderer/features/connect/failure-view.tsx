import "../../i18n/late-words.ts";
import { useState } from "react";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { saveText } from "../logs/save-text.ts";
import { connect, dismissFailure } from "../session/connect.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";
import { BaudField } from "./baud-field.tsx";
import { DescriptionPanel } from "./description-panel.tsx";
import { DoctorPanel } from "./doctor-panel.tsx";
import { FailureWords } from "./failure-words.tsx";

/** Failures that another line rate may cure. */
const rateMayHelp: readonly Failure["code"][] = ["line-garbled", "no-answer", "frame-corrupt", "not-a-shell"];

/** Failures of a terminal that nobody recognised. */
const strangers: readonly Failure["code"][] = ["no-answer", "family-unknown", "not-a-shell"];

/** Failures that choosing a description ends. */
const undescribed: readonly Failure["code"][] = ["description-needed", "description-unaccepted"];

/** What happened, what to do, the buttons; only then what few people need. */
export function FailureView({ failure }: { readonly failure: Failure }) {
  const { say, language } = useSpeech();
  const desk = useDesk();
  const { choice } = useSession();
  const [{ baudRate: usual }] = usePreferences();
  const [baudRate, setBaudRate] = useState(choice?.baudRate ?? usual);
  const hasRate = choice !== null && (/@\d+$/.test(choice.port) || !/^(tcp|demo):/.test(choice.port));
  const isSerial = choice !== null && !/^(tcp|demo):/.test(choice.port);
  // A device server's line has no cable to this computer.
  const hasCable = isSerial && !choice.port.startsWith("rfc2217:");
  const again = (findRate: boolean): void => {
    if (choice !== null) void connect(desk, { ...choice, baudRate, findRate });
  };
  const { draft } = failure.details;
  return (
    <div className="flex flex-col gap-5 low:gap-3" role="alert">
      <div className="flex items-start gap-3">
        <StateMark state="wrong" className="mt-1.5 size-7 low:mt-1 low:size-5" />
        <Headline about={failure.code}>{describeFailure(failure, language).title}</Headline>
      </div>
      <FailureWords
        failure={failure}
        first={hasCable && rateMayHelp.includes(failure.code) ? say("failure.port") : null}
      />
      {undescribed.includes(failure.code) && choice !== null && <DescriptionPanel isWanted />}
      <div className="flex flex-wrap items-end gap-3">
        {isSerial && rateMayHelp.includes(failure.code) && (
          <div className="basis-52">
            <BaudField value={baudRate} onChange={setBaudRate} />
          </div>
        )}
        <Button look="primary" onClick={() => again(false)}>
          {say(baudRate === choice?.baudRate ? "failure.again" : "failure.rate")}
        </Button>
        {hasRate && rateMayHelp.includes(failure.code) && (
          <Button onClick={() => again(true)}>{say("failure.find-rate")}</Button>
        )}
        {typeof draft === "string" && (
          <Button onClick={() => saveText("terminal.yaml", draft)}>{say("failure.save-draft")}</Button>
        )}
        <Button look="quiet" onClick={() => dismissFailure(desk)}>
          {say("failure.other")}
        </Button>
      </div>
      {choice !== null && !choice.port.startsWith("demo:") && (
        <DoctorPanel key={failure.code} port={choice.port} failure={failure.code} />
      )}
      {strangers.includes(failure.code) && choice !== null && <DescriptionPanel />}
    </div>
  );
}
