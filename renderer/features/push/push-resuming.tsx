import { useSpeech } from "../../i18n/speech.tsx";
import { Headline } from "../../ui/headline.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import type { Push } from "../session/session-state.ts";
import { TimeLeft } from "../wait/time-left.tsx";
import { CableAnswer } from "./cable-answer.tsx";
import { ChangeTable } from "./change-table.tsx";

/** What was cut off earlier is being settled; a person's stop would only make it unclear again. */
export function PushResuming({ resuming }: { readonly resuming: Push & { readonly kind: "resuming" } }) {
  const { say } = useSpeech();
  return (
    <div className="flex flex-col gap-5 low:gap-3">
      <div className="flex items-center gap-3">
        <Spinner className="size-5" />
        <Headline>{say("interrupted.settling")}</Headline>
      </div>
      <p className="flex flex-wrap gap-x-4 text-16 text-soft">
        {say(`stage.${resuming.stage ?? "reading"}`)} <TimeLeft of="settling" />
      </p>
      <CableAnswer moment={{ name: "resuming" }} />
      <ChangeTable changes={resuming.changes} />
    </div>
  );
}
