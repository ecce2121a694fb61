import { lazy, Suspense, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { CableDrawing } from "../../ui/cable-drawing.tsx";
import { Headline } from "../../ui/headline.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { connect } from "../session/connect.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { usualBaudRate } from "./baud-rates.ts";

const DoctorPanel = lazy(async () => ({ default: (await import("./doctor-panel.tsx")).DoctorPanel }));

export function EmptyView() {
  const { say } = useSpeech();
  const desk = useDesk();
  const { list, failure } = useSession().ports;
  const demo = list?.filter((port) => port.kind === "demo") ?? [];
  // The broken one shows what Counterpart is for.
  const broken = demo.find((port) => port.path.includes("broken")) ?? demo[0];
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
      {broken !== undefined && (
        <div>
          <Button
            look={hasPort ? "plain" : "primary"}
            onClick={() => void connect(desk, { port: broken.path, baudRate: usualBaudRate, user: null, become: null })}
          >
            {say("empty.demo")}
          </Button>
        </div>
      )}
    </div>
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
