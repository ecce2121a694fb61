import { Unplug } from "lucide-react";
import { useSpeech } from "../../i18n/speech.tsx";
import type { StageName } from "../session/session-state.ts";

/** The steps at which the answer changes. */
const moments = ["arming", "writing", "verifying", "confirming", "rolling-back"] as const;

export type CableMoment = "before" | "reading" | (typeof moments)[number] | "after";

/** At every moment of a push: what if the cable is pulled now? */
export function CableAnswer({ moment }: { readonly moment: CableMoment }) {
  const { say } = useSpeech();
  return (
    <section
      aria-label={say("cable.title")}
      className="flex gap-3 rounded-panel bg-sunken px-5 py-4 low:py-2.5"
      data-cable={moment}
    >
      <Unplug aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-soft" strokeWidth={1.7} />
      <div className="flex flex-col gap-0.5" aria-live="polite">
        <h2 className="text-14 font-semibold">{say("cable.title")}</h2>
        <p className="text-14 text-soft">{say(`cable.${moment}`)}</p>
      </div>
    </section>
  );
}

export function findMoment(stage: StageName | null): CableMoment {
  return moments.find((moment) => moment === stage) ?? "reading";
}
