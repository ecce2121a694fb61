// Without a cable nothing is written for the person: the values to key in, large enough to read across a counter.
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { nameField } from "../push/name-field.ts";
import { MenuPath } from "./menu-path.tsx";
import { closeCheck, takeNext } from "./run-guide.ts";

export function KeyIn({ set }: { readonly set: readonly string[] }) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <section
      aria-label={say("without.key-in")}
      className="flex flex-col gap-3 rounded-panel border border-accent bg-accent-wash px-5 py-4 low:py-3"
      data-key-in
    >
      <h2 className="text-16 font-semibold">{say("without.key-in")}</h2>
      <dl className="flex flex-col gap-2">
        {set.map((assignment) => {
          const [, field = "", value = ""] = /^[^.]+\.([^=]+)=(.*)$/.exec(assignment) ?? [];
          return (
            <div key={assignment} className="flex flex-wrap items-baseline gap-x-4">
              <dt className="min-w-40 text-14 text-soft">{nameField(field, speech)}</dt>
              <dd className="font-mono text-20 select-all">{value}</dd>
            </div>
          );
        })}
      </dl>
      <MenuPath set={set} />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" onClick={() => closeCheck("without")}>
          {say("why.works")}
        </Button>
        <Button onClick={() => takeNext("without")}>{say("why.next")}</Button>
      </div>
    </section>
  );
}
