// One thing that happened to a terminal: when, by whom, at which bench, and what came of it.
import type { RegisterEntry } from "../../../electron/contract/register.ts";
import { reportTest } from "../../../electron/contract/report-test.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { StateMark, stateColours } from "../../ui/state-mark.tsx";
import { describeOutcome } from "../history/describe-outcome.ts";
import { ChangeLines } from "../push/change-lines.tsx";
import { TestResults } from "../push/test-results.tsx";
import { type Content, readContent } from "./entry-content.ts";
import { printExactly } from "./print-exactly.ts";

interface EntryItemProps {
  readonly entry: RegisterEntry;
  readonly onOpen: (serialNumber: string) => void;
}

export function EntryItem({ entry, onOpen }: EntryItemProps) {
  const { say, language } = useSpeech();
  const { at, kind, by } = entry;
  return (
    <li className="flex flex-col gap-2 rounded-panel border border-line bg-surface px-5 py-3" data-happened={kind}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-5 gap-y-1">
        <h3 className="text-14 font-semibold">{say(`register.kind-${kind}`)}</h3>
        <p className="text-13 text-soft tabular-nums">
          <time dateTime={at}>{printExactly(at, language)}</time> ·{" "}
          {say("register.by", { operator: by.operator, bench: by.bench.name })}
        </p>
      </div>
      <What content={readContent(entry)} onOpen={onOpen} />
    </li>
  );
}

interface WhatProps {
  readonly content: Content;
  readonly onOpen: (serialNumber: string) => void;
}

function What({ content, onOpen }: WhatProps) {
  const { say } = useSpeech();
  switch (content.kind) {
    case "push":
      return <Pushed {...content.value} />;
    case "test":
      return <TestResults results={content.value.results} />;
    case "capture": {
      const { folder, isWhole } = content.value;
      return (
        <p className="text-14 wrap-anywhere">{say(`register.capture-${isWhole ? "whole" : "part"}`, { folder })}</p>
      );
    }
    case "replaced": {
      const { by, ...passed } = content.value;
      return (
        <Exchanged text={say("register.now-stands", { serialNumber: by })} other={by} {...passed} onOpen={onOpen} />
      );
    }
    case "replaces": {
      const { old, ...passed } = content.value;
      return <Exchanged text={say("register.stood", { serialNumber: old })} other={old} {...passed} onOpen={onOpen} />;
    }
    case "plain":
      return null;
  }
}

function Pushed({ outcome, changes, tests }: (Content & { readonly kind: "push" })["value"]) {
  const { say } = useSpeech();
  const { state, word } = describeOutcome({ outcome });
  return (
    <>
      <p className={`flex items-center gap-2 text-14 font-medium ${stateColours[state]}`}>
        <StateMark state={state} className="size-4.5" />
        {say(word)}
      </p>
      <ChangeLines changes={changes} />
      <TestResults results={tests.map(reportTest)} />
    </>
  );
}

interface ExchangedProps {
  readonly text: string;
  readonly other: string;
  readonly addresses: readonly string[];
  readonly addressesAre: "kept" | "freed";
  readonly onOpen: (serialNumber: string) => void;
}

function Exchanged({ text, other, addresses, addressesAre, onOpen }: ExchangedProps) {
  const { say } = useSpeech();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-14">
      <div className="wrap-anywhere">
        <p>{text}</p>
        {addresses.length > 0 && (
          <p className="text-soft">{say(`register.${addressesAre}-addresses`, { addresses: addresses.join(", ") })}</p>
        )}
      </div>
      <Button look="quiet" onClick={() => onOpen(other)}>
        {say("register.open", { serialNumber: other })}
      </Button>
    </div>
  );
}
