import "../../i18n/late-words.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Headline } from "../../ui/headline.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import type { Push } from "../session/session-state.ts";
import { useSession } from "../session/use-desk.tsx";
import { TimeLeft } from "../wait/time-left.tsx";
import { PushFailed } from "./push-failed.tsx";
import { PushResuming } from "./push-resuming.tsx";
import { PushReview } from "./push-review.tsx";
import { PushRunning } from "./push-running.tsx";
import { SettledView, UnsettledView } from "./cut-off-result.tsx";
import { DoneView } from "./push-result.tsx";

export function PushScreen() {
  const { push } = useSession();
  if (push.kind === "review") {
    return (
      <div className="h-full" data-push="review">
        <PushReview key={push.plan.digest} review={push} />
      </div>
    );
  }
  return (
    <div className="mx-auto flex w-full max-w-244 flex-col px-8 py-7 narrow:px-5 low:py-4" data-push={push.kind}>
      <View push={push} />
    </div>
  );
}

function View({ push }: { readonly push: Exclude<Push, { readonly kind: "review" }> }) {
  switch (push.kind) {
    case "none":
    case "planning":
      return <Planning />;
    case "running":
      return <PushRunning running={push} />;
    case "resuming":
      return <PushResuming resuming={push} />;
    case "done":
      return <DoneView done={push} />;
    case "unsettled":
      return <UnsettledView unsettled={push} />;
    case "settled":
      return <SettledView settled={push} />;
    case "failed":
      return <PushFailed failed={push} />;
  }
}

function Planning() {
  const { say } = useSpeech();
  return (
    <div className="flex flex-wrap items-center gap-3 text-16 text-soft">
      <Spinner className="size-5" />
      <Headline>{say("push.planning")}</Headline>
      <TimeLeft of="planning" />
    </div>
  );
}
