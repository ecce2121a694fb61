// The evidence pack: first everything that leaves is shown, then it is saved, copied or printed.
import { useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { useGuide, type Way } from "./guide.ts";
import type { Done } from "./result-view.tsx";
import { SaveButtons } from "./save-buttons.tsx";
import { layOutSheet } from "./sheet-lines.ts";

type Pack = Output<"pack.make">;

interface TakeAlongProps {
  readonly check: Done;
  readonly way: Way;
}

export function TakeAlong({ check, way }: TakeAlongProps) {
  const speech = useSpeech();
  const { say } = speech;
  const { client } = useDesk();
  const { typed } = useGuide();
  const terminalId = way === "without" ? typed.terminalId : "";
  const [shown, setShown] = useState<{ readonly of: Done["known"]; readonly pack: Pack } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // What was added since has to be looked at before it leaves.
  const pack = shown?.of === check.known ? shown.pack : null;
  const show = async (): Promise<void> => {
    const made = await client.call("pack.make", { ...check.known, terminalId, made: new Date().toISOString() });
    setFailure(made.ok ? null : made.failure);
    if (made.ok) setShown({ of: check.known, pack: made.value });
  };
  return (
    <section
      aria-label={say("pack.title")}
      className="flex flex-col gap-3 border-t border-line pt-5"
      data-pack={pack === null ? "hidden" : "shown"}
    >
      <h2 className="text-16 font-semibold">{say("pack.title")}</h2>
      <p className="max-w-[44em] text-14 text-soft">{say("pack.text")}</p>
      {failure !== null && <FailureWords failure={failure} />}
      {pack === null ? (
        <div>
          <Button onClick={() => void show()}>{say("pack.show")}</Button>
        </div>
      ) : (
        <>
          <Entries pack={pack} />
          <SaveButtons pack={pack} sheet={layOutSheet(check, speech, { terminalId, digest: pack.digest })} />
        </>
      )}
    </section>
  );
}

function Entries({ pack }: { readonly pack: Pack }) {
  return (
    <div className="rounded-panel border border-line bg-surface px-4 py-2">
      {pack.entries.map(({ name, text }) => (
        <Disclosure key={name} title={name}>
          <pre
            // Scrolled by keyboard too.
            tabIndex={0}
            className="max-h-80 overflow-auto rounded-control bg-sunken p-3 font-mono text-13 whitespace-pre-wrap"
            data-leaves={name}
          >
            {text}
          </pre>
        </Disclosure>
      ))}
    </div>
  );
}
