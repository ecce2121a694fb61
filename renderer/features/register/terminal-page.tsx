import { ArrowLeft } from "lucide-react";
import type { RegisteredTerminal } from "../../../electron/contract/register.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { CompareSection } from "./compare-section.tsx";
import { Happened } from "./happened.tsx";
import { printExactly } from "./print-exactly.ts";
import { ReplaceSection } from "./replace-section.tsx";
import { Unreachable } from "./unreachable.tsx";
import { useTerminal } from "./use-terminal.ts";

interface TerminalPageProps {
  readonly serialNumber: string;
  /** Null: back to all of them. */
  readonly onOpen: (serialNumber: string | null) => void;
}

export function TerminalPage({ serialNumber, onOpen }: TerminalPageProps) {
  const { say } = useSpeech();
  const { shown, reload, showOlder } = useTerminal(serialNumber);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Button look="quiet" icon={<ArrowLeft aria-hidden="true" className="size-4" />} onClick={() => onOpen(null)}>
          {say("register.back")}
        </Button>
        <Headline>{serialNumber}</Headline>
      </div>
      <div className="flex flex-col gap-5 low:gap-3" data-registered-terminal={shown.kind}>
        {shown.kind === "loading" && (
          <p className="flex items-center gap-3 text-16 text-soft" role="status">
            <Spinner /> {say("register.loading")}
          </p>
        )}
        {shown.kind === "failed" && <Unreachable failure={shown.failure} onAgain={reload} />}
        {shown.kind === "shown" && shown.terminal === null && (
          <p className="text-16 text-soft">{say("register.gone", { serialNumber })}</p>
        )}
        {shown.kind === "shown" && shown.terminal !== null && (
          <>
            <Identity terminal={shown.terminal} onOpen={onOpen} />
            <ReplaceSection terminal={shown.terminal} />
            <CompareSection serialNumber={serialNumber} readings={shown.readings} />
            <Happened entries={shown.entries} onOpen={onOpen} onOlder={shown.hasOlder ? showOlder : null} />
          </>
        )}
      </div>
    </>
  );
}

interface IdentityProps {
  readonly terminal: RegisteredTerminal;
  readonly onOpen: (serialNumber: string) => void;
}

function Identity({ terminal, onOpen }: IdentityProps) {
  const { say, language } = useSpeech();
  const { model, hostName, site, addresses, macs, firstSeen, lastSeen, replacedBy } = terminal;
  const facts = [
    ["column-model", model ?? ""],
    ["host-name", hostName ?? ""],
    ["column-site", site],
    ["column-addresses", [...addresses, ...macs].join(", ")],
    ["first-seen", printExactly(firstSeen, language)],
    ["column-lastSeen", printExactly(lastSeen, language)],
  ] as const;
  return (
    <>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-5 gap-y-1 text-14">
        {facts
          .filter(([, value]) => value !== "")
          .map(([word, value]) => (
            <div key={word} className="contents">
              <dt className="text-soft">{say(`register.${word}`)}</dt>
              <dd className="wrap-anywhere tabular-nums">{value}</dd>
            </div>
          ))}
      </dl>
      {replacedBy !== null && (
        <Notice state="odd">
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <p className="text-14">{say("register.replaced-by", { serialNumber: replacedBy })}</p>
            <Button look="quiet" onClick={() => onOpen(replacedBy)}>
              {say("register.open", { serialNumber: replacedBy })}
            </Button>
          </div>
        </Notice>
      )}
    </>
  );
}
