import { lazy, Suspense, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { CableDrawing } from "../../ui/cable-drawing.tsx";
import { Headline } from "../../ui/headline.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { beginGuide, findPracticePort } from "../guide/begin-guide.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";
import { choosePort } from "./choose-port.ts";

const DoctorPanel = lazy(async () => ({ default: (await import("./doctor-panel.tsx")).DoctorPanel }));

export function EmptyView() {
  const { say } = useSpeech();
  const { list, failure } = useSession().ports;
  const hasPort = list?.some((port) => port.kind === "serial") ?? false;
  if (list === null && failure === null) {
    return (
      <div className="flex items-center gap-3">
        <Spinner className="size-5" />
        <Headline>{say("ports.listing")}</Headline>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-6 low:gap-3">
      <div className="flex flex-col gap-3 low:gap-1">
        <Headline>{say(hasPort ? "empty.ready-title" : "empty.title")}</Headline>
        <p className="max-w-[44em] text-16 text-soft">{say(hasPort ? "empty.ready-text" : "empty.text")}</p>
      </div>
      <Doctor />
      <div className="rounded-panel border border-line bg-surface px-8 py-7 low:hidden">
        <CableDrawing
          label={say("empty.drawing")}
          terminal={say("empty.port-label")}
          cable={say("empty.cable-label")}
          computer={say("empty.pc-label")}
        />
      </div>
      <ul className="flex flex-col gap-1 text-14 text-soft">
        <li>{say("empty.hint-power")}</li>
        <li>{say("empty.hint-serial")}</li>
      </ul>
      <Practice isFirst={!hasPort} />
    </div>
  );
}

/** Without a terminal at hand there is one to try; whoever is new is led through it. */
function Practice({ isFirst }: { readonly isFirst: boolean }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const [{ guide }, prefer] = usePreferences();
  const port = findPracticePort(useSession().ports.list);
  if (port === null || guide === "on") return null;
  const look = isFirst ? "primary" : "plain";
  const tryIt = (): void => choosePort(desk, port.path);
  if (guide === "over") {
    return (
      <div>
        <Button look={look} onClick={tryIt}>
          {say("empty.demo")}
        </Button>
      </div>
    );
  }
  return (
    <section
      aria-label={say("empty.practice")}
      data-guide="offered"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-panel border border-line bg-surface px-5 py-4 low:py-2"
    >
      <div className="min-w-60 grow basis-0">
        <h2 className="text-16 font-semibold">{say("empty.practice")}</h2>
        <p className="text-14 text-soft">{say("empty.practice-why")}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look={look} onClick={() => beginGuide(desk, prefer)}>
          {say("empty.practice-begin")}
        </Button>
        <Button look="quiet" onClick={() => prefer({ guide: "over" })}>
          {say("empty.practice-decline")}
        </Button>
      </div>
    </section>
  );
}

/** Comes when somebody asks for it. */
function Doctor() {
  const { say } = useSpeech();
  const { store } = useDesk();
  const [isAsked, setIsAsked] = useState(false);
  if (isAsked) {
    return (
      <Suspense fallback={<Spinner />}>
        <DoctorPanel port={null} failure={null} isAsked />
      </Suspense>
    );
  }
  return (
    <div className="flex flex-wrap gap-3">
      <Button onClick={() => store.change((state) => ({ ...state, screen: "why" }))}>{say("empty.no-cable")}</Button>
      <Button onClick={() => setIsAsked(true)}>{say("empty.not-listed")}</Button>
    </div>
  );
}
