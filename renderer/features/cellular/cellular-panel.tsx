// A modem's part of the settings: what the network says, its access point, and the signal as long as somebody looks.
import "../../i18n/late-words.ts";
import { useState } from "react";
import { parseAssignment } from "../../../electron/core/settings/assignment.ts";
import type { InterfaceSettings } from "../../../electron/core/settings/network-settings.ts";
import { type Speech, useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TermHelp } from "../help/term-help.tsx";
import { preparePlan } from "../session/push-plan.ts";
import { useDesk } from "../session/use-desk.tsx";
import { SignalPanel } from "./signal-panel.tsx";
import { useSignal } from "./use-signal.ts";

type Cellular = NonNullable<InterfaceSettings["cellular"]>;

interface CellularPanelProps {
  readonly target: InterfaceSettings;
  readonly cellular: Cellular;
  /** Null: there is no line. */
  readonly session: string | null;
}

export function CellularPanel({ target, cellular, session }: CellularPanelProps) {
  const speech = useSpeech();
  const rows = describe(target, cellular, speech);
  return (
    <div className="flex flex-col gap-7" data-cellular={target.name}>
      <section aria-label={speech.say("cellular.title")} className="flex flex-col gap-3">
        <h2 className="text-16 font-semibold">{speech.say("cellular.title")}</h2>
        <dl className="grid grid-cols-3 gap-x-6 gap-y-3 narrow:grid-cols-2">
          {rows.map(([name, value]) => (
            <div key={name} className="flex min-w-0 flex-col">
              <dt className="text-13 text-soft">{name}</dt>
              <dd className="text-14 break-words select-all">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {session === null ? null : <OnLine target={target} cellular={cellular} session={session} />}
    </div>
  );
}

function OnLine({ target, cellular, session }: CellularPanelProps & { readonly session: string }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const watch = useSignal(session);
  const [typed, setTyped] = useState(cellular.apn ?? "");
  const set = `${target.name}.apn=${typed.trim()}`;
  const isReadable = parseAssignment(set).ok;
  const review = async (): Promise<void> => {
    // One question at a time: a plan would be refused while the signal is being asked for.
    await watch.stop();
    await preparePlan(desk, { set: [set], fix: false });
  };
  return (
    <>
      <form
        className="flex flex-wrap items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReadable) void review();
        }}
      >
        <TextField
          label={say("cellular.apn")}
          help={<TermHelp term="apn" label={say("cellular.apn")} />}
          hint={say("cellular.apn-hint")}
          error={isReadable ? null : say("cellular.apn-wrong")}
          isMono
          className="min-w-60 grow basis-80"
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" className="mt-6.5" disabled={!isReadable || typed.trim() === (cellular.apn ?? "")}>
          {say("cellular.review")}
        </Button>
      </form>
      <SignalPanel watch={watch} />
    </>
  );
}

function describe(
  { running }: InterfaceSettings,
  cellular: Cellular,
  { say }: Speech,
): readonly (readonly [string, string])[] {
  const none = say("cellular.none");
  const { sim, iccid, operator, technology, registration, runningApn } = cellular;
  const addresses = [running?.ipv4?.address, running?.ipv6?.address].filter(Boolean).join(", ");
  return [
    [say("cellular.card"), sim == null ? say("cellular.is-unknown") : say(`cellular.sim-${sim}`)],
    [say("cellular.card-number"), iccid ?? none],
    [say("cellular.operator"), [operator, technology].filter(Boolean).join(" · ") || none],
    [say("cellular.registration"), say(`cellular.is-${registration ?? "unknown"}`)],
    [say("cellular.address"), addresses || none],
    [say("cellular.granted"), runningApn || none],
  ];
}
