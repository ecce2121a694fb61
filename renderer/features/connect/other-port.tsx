import { type SubmitEvent, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";
import { BaudField } from "./baud-field.tsx";
import { choosePort } from "./choose-port.ts";
import { isPortName } from "./port-name.ts";

/** A device that is not listed, a device server, or other line settings. What is typed survives a reload. */
export function OtherPort() {
  const { say } = useSpeech();
  const desk = useDesk();
  const { typedPort } = useSession();
  const [{ baudRate: usual }] = usePreferences();
  const [baudRate, setBaudRate] = useState(usual);
  const [isRefused, setIsRefused] = useState(false);
  const port = typedPort.trim();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const isUsable = isPortName(port);
    setIsRefused(!isUsable);
    if (isUsable) choosePort(desk, port, baudRate);
  };
  return (
    <section aria-label={say("ports.other")}>
      <form onSubmit={submit} className="flex flex-col gap-2 px-3">
        <h2 className="text-13 font-medium text-soft">{say("ports.other")}</h2>
        <TextField
          label={say("ports.other-label")}
          isLabelHidden
          placeholder={say("ports.other-example")}
          after={
            <button
              type="submit"
              className="min-h-target shrink-0 rounded-r-control px-3.5 -outline-offset-2 text-14 font-medium text-accent hover:bg-accent-wash"
            >
              {say("ports.connect")}
            </button>
          }
          hint={say("ports.other-hint")}
          error={isRefused ? say("ports.other-unusable") : null}
          isMono
          value={typedPort}
          maxLength={512}
          onChange={(event) => {
            setIsRefused(false);
            desk.store.change((state) => ({ ...state, typedPort: event.target.value }));
          }}
        />
        <Disclosure title={say("ports.line")}>
          <div className="pt-1">
            <BaudField value={baudRate} onChange={setBaudRate} />
          </div>
        </Disclosure>
      </form>
    </section>
  );
}
