import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { StageList, type StageView } from "../../ui/stage-list.tsx";
import { cancelConnecting } from "../session/connect.ts";
import type { Connection, StageName } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { findExpected } from "../wait/pace.ts";
import { TimeLeft } from "../wait/time-left.tsx";
import { useNow } from "../wait/use-now.ts";

const order: readonly StageName[] = [
  "finding-rate",
  "listening",
  "starting",
  "waking",
  "logging-in",
  "becoming-root",
  "preparing",
  "reading",
];

export function ConnectingView({ connecting }: { readonly connecting: Connection & { readonly kind: "connecting" } }) {
  const { say, tell } = useSpeech();
  const desk = useDesk();
  const { choice, ports } = useSession();
  // A demo by its name; a real port by what its plug or its cable says.
  const label = ports.list?.find(({ path }) => path === choice?.port)?.label;
  const port = label ? tell(label) : (choice?.port ?? "");
  const seconds = Math.max(0, Math.floor((useNow() - connecting.since) / 1000));
  const key = connecting.purpose === "read" ? "connect.reading-title" : "connect.title";
  return (
    <div className="flex flex-col gap-6 low:gap-3">
      <div className="flex flex-col gap-2">
        <Headline>{say(key, { port })}</Headline>
        <p className="flex flex-wrap gap-x-3 text-16 text-soft">
          <span>{say("connect.quiet")}</span>
          <span className="tabular-nums">{say("connect.seconds", { seconds })}</span>
          <TimeLeft of="connecting" andThen={findExpected("reading", choice?.port ?? "")} />
          <TimeLeft of="reading" />
        </p>
      </div>
      <StageList label={say("connect.title", { port })} stages={useStages(connecting.stage, choice?.become != null)} />
      <div>
        <Button onClick={() => cancelConnecting(desk)}>{say("connect.cancel")}</Button>
      </div>
    </div>
  );
}

/** What seldom happens stands in the list only where it was asked for or is happening. */
function useStages(now: StageName | null, becomes: boolean): readonly StageView[] {
  const { say } = useSpeech();
  const at = now === null ? 0 : order.indexOf(now);
  return order
    .filter((stage) => stage === now || (stage === "becoming-root" ? becomes : !isRare(stage)))
    .map((stage) => {
      const place = order.indexOf(stage);
      const state = place < at ? "done" : place === at ? "now" : "later";
      return { id: stage, name: say(`stage.${stage}`), state, word: say(`stage.${state}`) };
    });
}

function isRare(stage: StageName): boolean {
  return stage === "starting" || stage === "finding-rate";
}
