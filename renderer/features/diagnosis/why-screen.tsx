// "Why does it fail?": with a terminal on the line it is asked; without a cable the person is. Beside it: what a code means,
// care cards, and the pack that somebody sent.
import "../../i18n/late-words.ts";
import { lazy, Suspense, useEffect } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { useSession } from "../session/use-desk.tsx";
import { openPart, parts, useGuide } from "./guide.ts";
import { GuidedCheck } from "./guided-check.tsx";
import { WithoutCable } from "./without-cable.tsx";

const CodeSearch = lazy(async () => ({ default: (await import("./code-search.tsx")).CodeSearch }));
const CareCards = lazy(async () => ({ default: (await import("./care-cards.tsx")).CareCards }));
const PackDesk = lazy(async () => ({ default: (await import("./pack-desk.tsx")).PackDesk }));

export function WhyScreen() {
  // Who comes here by "Why does it fail?" wants to know that.
  useEffect(() => () => openPart("check"), []);
  return (
    <div className="mx-auto flex w-full max-w-244 flex-col gap-6 px-8 py-5 narrow:px-5 low:gap-2 low:py-2">
      <PartNames />
      <Suspense fallback={<Spinner className="size-5" />}>
        <OpenPart />
      </Suspense>
    </div>
  );
}

function OpenPart() {
  const { connection } = useSession();
  const { part } = useGuide();
  switch (part) {
    case "check":
      return connection.kind === "open" ? <GuidedCheck session={connection.session} /> : <WithoutCable />;
    case "codes":
      return <CodeSearch />;
    case "care":
      return <CareCards />;
    case "pack":
      return <PackDesk />;
  }
}

function PartNames() {
  const { say } = useSpeech();
  const { part } = useGuide();
  return (
    <nav aria-label={say("help.parts")} className="-mx-3 flex flex-wrap gap-x-1 border-b border-line">
      {parts.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === part ? "page" : undefined}
          data-why-part={each}
          onClick={() => openPart(each)}
          className={`min-h-target border-b-2 px-3 text-14 -outline-offset-2 ${each === part ? "border-accent font-semibold" : "border-transparent text-soft hover:text-ink"}`}
        >
          {say(`help.part-${each}`)}
        </button>
      ))}
    </nav>
  );
}
