// This terminal is the old one; the one that is connected takes its place.
import { useState } from "react";
import type { RegisteredTerminal } from "../../../electron/contract/register.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { canWrite } from "../connect/can-write.ts";
import { preparePlan } from "../session/push-plan.ts";
import type { ReplaceRequest, SessionState } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";

export function ReplaceSection({ terminal }: { readonly terminal: RegisteredTerminal }) {
  const { say } = useSpeech();
  const session = useSession();
  if (terminal.replacedBy !== null) return null;
  const obstacle = findObstacle(session, terminal.serialNumber);
  return (
    <section
      aria-label={say("register.replace")}
      className="flex flex-col gap-3 rounded-panel border border-line bg-surface p-5 low:p-4"
    >
      <h2 className="text-16 font-semibold">{say("register.replace")}</h2>
      <p className="max-w-[44em] text-14 text-soft">{say("register.replace-why")}</p>
      {obstacle === null ? <Start old={terminal.serialNumber} /> : <p className="text-14">{say(obstacle)}</p>}
    </section>
  );
}

function findObstacle({ connection }: SessionState, old: string) {
  if (connection.kind !== "open") return "register.replace-connect";
  const { serialNumber } = connection.report.terminal;
  if (serialNumber === null || serialNumber.trim() === "") return "register.replace-nameless";
  if (serialNumber === old) return "register.replace-itself";
  return canWrite(connection.report) ? null : "register.replace-closed";
}

function Start({ old }: { readonly old: string }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { connection, push } = useSession();
  const [addresses, setAddresses] = useState<ReplaceRequest["addresses"]>("kept");
  if (connection.kind !== "open") return null;
  const { model, serialNumber } = connection.report.terminal;
  const isIdle = !connection.isReading && push.kind !== "running" && push.kind !== "resuming";
  return (
    <>
      <p className="text-14 font-medium wrap-anywhere">
        {say("register.replace-new", { name: [serialNumber, model].filter((one) => one !== null).join(" · ") })}
      </p>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex flex-col items-start gap-1">
          <span className="text-14 font-medium">{say("register.replace-addresses")}</span>
          <Segmented
            label={say("register.replace-addresses")}
            value={addresses}
            onChoose={setAddresses}
            segments={[
              { value: "kept", label: say("register.replace-kept") },
              { value: "freed", label: say("register.replace-freed") },
            ]}
          />
        </div>
        <Button look="primary" disabled={!isIdle} onClick={() => void preparePlan(desk, { replaces: old, addresses })}>
          {say("register.replace-start")}
        </Button>
      </div>
    </>
  );
}
