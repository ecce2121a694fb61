// How a write ended, per field: what was applied, how that is known, and whether it outlasts a restart.
import type { PushResult } from "../../../electron/contract/commands.ts";
import { reportTest } from "../../../electron/contract/report-test.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { HopState } from "../../ui/state-mark.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { ReplacementNoted } from "../register/replacement-notes.tsx";
import { preparePlan } from "../session/push-plan.ts";
import { settlePush } from "../session/settle-push.ts";
import type { Push } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { CableAnswer } from "./cable-answer.tsx";
import { ChangeTable } from "./change-table.tsx";
import { FieldOutcome } from "./field-outcome.tsx";
import { isHandedOut } from "./name-field.ts";
import { HomeButton, ResultFrame } from "./result-frame.tsx";
import { SessionNotices, SettleButton } from "./session-notices.tsx";
import { SignInStep } from "./sign-in-step.tsx";
import { TestResults } from "./test-results.tsx";

const marks: Readonly<Record<PushResult["outcome"], HopState>> = {
  "confirmed": "ok",
  "unchanged": "ok",
  "rolled-back": "odd",
  "refused": "wrong",
  "unknown": "unknown",
};

type Done = Push & { readonly kind: "done" };

export function DoneView({ done }: { readonly done: Done }) {
  const { say } = useSpeech();
  const { result } = done;
  const { outcome, plan, fields } = result;
  const tests = result.tests.map(reportTest);
  const { state, title, text, isExplained } = describeEnd(done);
  return (
    <ResultFrame state={state} outcome={outcome} title={say(title)} text={say(text)}>
      {result.failure !== null && !isExplained && <FailureWords failure={result.failure} />}
      {done.request !== null && <SessionNotices />}
      <ChangeTable
        changes={plan.changes}
        outcome={{
          title: say("result.value"),
          show: (change) => {
            const field = fields.find((one) => one.interface === change.interface && one.field === change.field);
            if (field === undefined) return null;
            const tellsFuture = !isHandedOut(change, "to", plan.changes);
            return <FieldOutcome verdict={field.verdict} persisted={field.persisted} tellsFuture={tellsFuture} />;
          },
        }}
      />
      <TestResults results={tests} />
      {(outcome === "confirmed" || outcome === "unchanged") && <ReplacementNoted request={done.request} />}
      {outcome === "confirmed" && result.id !== null && <SignInStep signedIn={done.signedIn} />}
      {!result.recorded && (
        <Notice state="odd" role="status">
          <p data-recorded="false">{say("result.unrecorded")}</p>
        </Notice>
      )}
      <Actions done={done} />
      <CableAnswer moment={{ name: "after" }} />
    </ResultFrame>
  );
}

type Outcome = PushResult["outcome"];
type Settled = Extract<Outcome, "confirmed" | "rolled-back" | "unknown">;
type Proof = "result.confirmed-text" | "result.answered" | "result.answered-moved";

interface End {
  readonly state: HopState;
  readonly title: `result.${Outcome}` | `settled.${Settled}` | "accepted.title";
  readonly text:
    | `result.${Outcome}-text`
    | `settled.${Settled}-text`
    | "accepted.text"
    | Proof
    | "result.rolled-back-test";
  /** The failure would only say the same again. */
  readonly isExplained: boolean;
}

function describeEnd({ request, accepted, result }: Done): End {
  const { outcome, tests } = result;
  if (accepted) return { state: "ok", title: "accepted.title", text: "accepted.text", isExplained: true };
  if (request === null && (outcome === "confirmed" || outcome === "rolled-back" || outcome === "unknown")) {
    const isExplained = outcome === "rolled-back";
    return { state: marks[outcome], title: `settled.${outcome}`, text: `settled.${outcome}-text`, isExplained };
  }
  const end: End = {
    state: marks[outcome],
    title: `result.${outcome}`,
    text: `result.${outcome}-text`,
    isExplained: false,
  };
  if (outcome === "unknown") return { ...end, text: "settled.unknown-text" };
  if (outcome === "rolled-back" && tests.at(-1)?.outcome !== "passed" && tests.length > 0)
    return { ...end, text: "result.rolled-back-test", isExplained: true };
  return outcome === "confirmed" ? { ...end, text: findProof(result) } : end;
}

/** A success names what was verified, and by whom. */
function findProof({ tests, plan }: PushResult): Proof {
  const hasAnswer = tests.some(({ test, outcome }) => test.kind === "gateway" && outcome === "passed");
  if (!hasAnswer) return "result.confirmed-text";
  const isMoved = plan.changes.some(({ field, to }) => field === "ipv4.address" && to !== null);
  return isMoved ? "result.answered-moved" : "result.answered";
}

function Actions({ done }: { readonly done: Done }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { connection } = useSession();
  const { request, accepted, result } = done;
  const { id, outcome, plan } = result;
  const isOpen = connection.kind === "open" && !connection.isReading;
  const isUnsettled = request === null && outcome === "unknown" && !accepted;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {isUnsettled ? <SettleButton /> : <HomeButton isNext={done.signedIn !== "failed"} />}
      {isUnsettled && (
        <Button disabled={!isOpen} onClick={() => void settlePush(desk, true)}>
          {say("accepted.accept")}
        </Button>
      )}
      {outcome === "confirmed" && id !== null && plan.changes.length > 0 && (
        <Button
          title={say("result.undo-why")}
          disabled={!isOpen}
          onClick={() => void preparePlan(desk, { undoes: id, insist: false })}
        >
          {say("result.undo")}
        </Button>
      )}
      {request !== null && (outcome === "refused" || outcome === "rolled-back") && (
        <Button disabled={!isOpen} onClick={() => void preparePlan(desk, request)}>
          {say("push.again")}
        </Button>
      )}
    </div>
  );
}
