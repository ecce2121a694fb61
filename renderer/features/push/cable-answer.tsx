import { Unplug } from "lucide-react";
import { useSpeech } from "../../i18n/speech.tsx";

export type CableMoment =
  | {
      readonly name:
        | "before"
        | "reading"
        | "arming"
        | "preparing"
        | "unguarded"
        | "confirming"
        | "rolling-back"
        | "resuming"
        | "after";
    }
  /** The terminal goes back by itself in so many seconds. */
  | { readonly name: "guarded"; readonly seconds: number };

/** At every moment of a push: what if the cable is pulled now? */
export function CableAnswer({ moment }: { readonly moment: CableMoment }) {
  const { say } = useSpeech();
  return (
    <section
      aria-label={say("cable.title")}
      className="flex gap-3 rounded-panel bg-sunken px-5 py-4 low:py-2.5"
      data-cable={moment.name}
    >
      <Unplug aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-soft" strokeWidth={1.7} />
      <div className="flex flex-col gap-0.5">
        <h2 className="text-14 font-semibold">{say("cable.title")}</h2>
        <p className="text-14 text-soft">
          {moment.name === "guarded" ? say("cable.guarded", { seconds: moment.seconds }) : say(`cable.${moment.name}`)}
        </p>
      </div>
    </section>
  );
}
