// What was said unasked about the terminal that is open: a write of earlier that was cut off, records that are damaged.
import "../../i18n/late-words.ts";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { printMoment } from "../../i18n/print-moment.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { settlePush } from "../session/settle-push.ts";
import { findInterrupted } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { ChangeLines } from "./change-lines.tsx";

export function SessionNotices({ className = "" }: { readonly className?: string }) {
  const { language } = useSpeech();
  const session = useSession();
  const interrupted = findInterrupted(session);
  const warning = session.connection.kind === "open" ? session.warning : null;
  if (interrupted === null && warning === null) return null;
  const words = warning === null ? null : describeFailure(warning, language);
  return (
    <div className={`flex flex-col gap-3 ${className}`}>
      {interrupted !== null && <InterruptedNotice />}
      {words !== null && (
        <Notice state="odd" role="status" title={words.title}>
          <p data-warning={warning?.code}>{words.sentence}</p>
        </Notice>
      )}
    </div>
  );
}

function InterruptedNotice() {
  const { say, language } = useSpeech();
  const interrupted = findInterrupted(useSession());
  if (interrupted === null) return null;
  return (
    <Notice state="odd" role="status" title={say("interrupted.title")}>
      <div className="flex flex-col gap-2" data-interrupted={interrupted.state}>
        <p>{say("interrupted.text", { when: printMoment(interrupted.at, language) })}</p>
        <ChangeLines changes={interrupted.changes} />
        <div className="pt-1">
          <SettleButton />
        </div>
      </div>
    </Notice>
  );
}

export function SettleButton() {
  const { say } = useSpeech();
  const desk = useDesk();
  const { connection } = useSession();
  const isReady = connection.kind === "open" && !connection.isReading;
  return (
    <Button look="primary" disabled={!isReady} onClick={() => void settlePush(desk, false)}>
      {say("interrupted.settle")}
    </Button>
  );
}
