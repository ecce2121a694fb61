// On the push screen, where a push puts another unit's settings on the terminal: whose, as of when, what stays behind; and at
// its end that the register knows.
import { useEffect, useState } from "react";
import { printMoment } from "../../i18n/print-moment.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import type { PlanRequest, ReplaceRequest } from "../session/session-state.ts";
import { useDesk } from "../session/use-desk.tsx";
import { type Noted, noteReplacement } from "./note-replacement.ts";

interface RequestProps {
  readonly request: PlanRequest | null;
}

/** Before it is written. `isDone`: the terminal has it all already. */
export function ReplacementPlanned({ request, isDone }: RequestProps & { readonly isDone: boolean }) {
  if (request === null || !("replaces" in request)) return null;
  return (
    <>
      <WhatComes request={request} />
      {isDone && <NoteAlone request={request} />}
    </>
  );
}

function WhatComes({ request }: { readonly request: ReplaceRequest }) {
  const { say, language } = useSpeech();
  const { replaces, found } = request;
  return (
    <section className="flex flex-col gap-1 text-14" data-replaces={replaces}>
      <h2 className="text-16 font-semibold">{say("register.replacement", { serialNumber: replaces })}</h2>
      {found !== undefined && <p>{say("register.replacement-read", { when: printMoment(found.read, language) })}</p>}
      {found !== undefined && found.unmatched.length > 0 && (
        <p>{say("register.replacement-unmatched", { names: found.unmatched.join(", ") })}</p>
      )}
      {found !== undefined && found.leftOut.length > 0 && (
        <p>{say("register.replacement-left", { names: found.leftOut.join(", ") })}</p>
      )}
    </section>
  );
}

function NoteAlone({ request }: { readonly request: ReplaceRequest }) {
  const { say } = useSpeech();
  const [isWanted, setIsWanted] = useState(false);
  if (isWanted) return <Noting request={request} />;
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="max-w-[44em] text-14 text-soft">{say("register.note-why")}</p>
      <Button look="primary" onClick={() => setIsWanted(true)}>
        {say("register.note")}
      </Button>
    </div>
  );
}

/** Once the settings are on the terminal. */
export function ReplacementNoted({ request }: RequestProps) {
  return request !== null && "replaces" in request ? <Noting request={request} /> : null;
}

function Noting({ request }: { readonly request: ReplaceRequest }) {
  const { say } = useSpeech();
  const desk = useDesk();
  // The one that it was planned for, whichever is connected by now.
  const serialNumber = request.found?.to.serialNumber ?? null;
  const [noted, setNoted] = useState<Noted | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (serialNumber === null) return;
    void noteReplacement(desk, request, serialNumber).then(setNoted);
  }, [desk, request, serialNumber, round]);
  if (noted === null)
    return (
      <p className="flex items-center gap-3 text-14 text-soft">
        <Spinner /> {say("register.noting")}
      </p>
    );
  if (noted.ok) return <NotedWords request={request} noted={noted.value} serialNumber={serialNumber ?? ""} />;
  return (
    <Notice state="wrong" role="alert">
      <FailureWords failure={noted.failure} />
      <div>
        <Button
          onClick={() => {
            setNoted(null);
            setRound(round + 1);
          }}
        >
          {say("register.note")}
        </Button>
      </div>
    </Notice>
  );
}

interface NotedWordsProps {
  readonly request: ReplaceRequest;
  readonly noted: Extract<Noted, { readonly ok: true }>["value"];
  readonly serialNumber: string;
}

function NotedWords({ request, noted, serialNumber }: NotedWordsProps) {
  const { say } = useSpeech();
  const { replaces: old } = request;
  const { outcome } = noted;
  const addresses = noted.addresses.join(", ");
  return (
    <Notice state={outcome === "replaced" ? "ok" : "wrong"} role="status">
      <div className="text-14 wrap-anywhere" data-noted={outcome}>
        {outcome === "replaced" && <p>{say("register.noted", { serialNumber, old })}</p>}
        {outcome === "replaced" && addresses !== "" && (
          <p>{say(`register.noted-${request.addresses}`, { addresses })}</p>
        )}
        {outcome === "replaced-before" && <p>{say("register.noted-before", { old })}</p>}
        {outcome === "terminal-unknown" && <p>{say("register.noted-unknown", { old })}</p>}
      </div>
    </Notice>
  );
}
