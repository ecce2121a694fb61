// The three steps over the screen on which they are done, for whoever said yes to practising.
import "../../i18n/late-words.ts";
import { X } from "lucide-react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { choosePort } from "../connect/choose-port.ts";
import type { Screen } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import type { Role } from "../shell/preferences.ts";
import { usePreferences } from "../shell/use-preferences.tsx";
import { findPracticePort } from "./begin-guide.ts";
import { findGuideStep, type GuideStep } from "./guide-step.ts";

export function GuideBar() {
  const { say } = useSpeech();
  const [{ role }, prefer] = usePreferences();
  const session = useSession();
  const step = findGuideStep(role ?? "shop", session);
  if (step === null) return null;
  const end = (): void => prefer({ guide: "over" });
  return (
    <section
      aria-label={say("guide.title")}
      data-guide={step}
      className="flex items-start gap-4 border-b border-accent bg-accent-wash px-6 py-3 narrow:px-4 low:py-1.5"
    >
      <div className="flex min-w-0 grow flex-wrap items-center gap-x-4 gap-y-1" role="status">
        <span className="flex items-center gap-2 text-13 font-semibold whitespace-nowrap text-accent-strong">
          {step !== "done" && <Dots at={step} />}
          {step === "done" ? say("guide.done-title") : say("guide.step", { at: step, all: 3 })}
        </span>
        <p className="min-w-60 grow basis-0 text-14">{say(`guide.${role ?? "shop"}-${step}`)}</p>
        <StepButton role={role ?? "shop"} step={step} onEnd={end} />
      </div>
      <button
        type="button"
        aria-label={say("guide.end")}
        title={say("guide.end")}
        onClick={end}
        className="-my-1.5 -mr-2 inline-flex min-h-target min-w-9 shrink-0 items-center justify-center rounded-control hover:bg-surface"
      >
        <X aria-hidden="true" className="size-4.5" />
      </button>
    </section>
  );
}

function Dots({ at }: { readonly at: number }) {
  return (
    <span aria-hidden="true" className="flex gap-1">
      {[1, 2, 3].map((one) => (
        <span
          key={one}
          className={`size-2 rounded-full border border-accent forced-color-adjust-none ${one <= at ? "bg-accent" : "bg-transparent"}`}
        />
      ))}
    </span>
  );
}

/** The screen on which a step is done. */
const places: Readonly<Record<Role, Readonly<Partial<Record<GuideStep, Screen>>>>> = {
  shop: { 2: "check", 3: "push" },
  install: { 2: "settings", 3: "push" },
  repair: { 2: "why", 3: "logs" },
};

interface StepButtonProps {
  readonly role: Role;
  readonly step: GuideStep;
  readonly onEnd: () => void;
}

/** What leads to the step from wherever the person is. */
function StepButton({ role, step, onEnd }: StepButtonProps) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { ports, screen, connection } = useSession();
  const port = findPracticePort(ports.list);
  if (step === "done") return <Button onClick={onEnd}>{say("guide.finish")}</Button>;
  if (step === 1) {
    if (port === null || connection.kind === "connecting") return null;
    return <Button onClick={() => choosePort(desk, port.path)}>{say("guide.connect")}</Button>;
  }
  const place = role === "repair" && step === 2 && screen === "why" ? "logs" : places[role][step];
  if (place === undefined || place === screen) return null;
  return (
    <Button onClick={() => desk.store.change((state) => ({ ...state, screen: place }))}>
      {say("guide.open", { screen: say(place === "why" ? "why.title" : `shell.${place}`) })}
    </Button>
  );
}
