// The result as lines of text: the same for the printed sheet, the saved page, the receipt and the picture.
import type { Speech } from "../../i18n/speech.tsx";
import { listNumbers } from "./list-numbers.ts";
import type { Done } from "./result-view.tsx";
import { listActions, sayCause } from "./sentence.ts";

export interface SheetPart {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface Sheet {
  readonly title: string;
  readonly parts: readonly SheetPart[];
  /** Of the pack that it belongs to. */
  readonly digest: string;
}

const mostCauses = 3;

interface Beside {
  readonly terminalId: string;
  readonly digest: string;
}

export function layOutSheet({ known, reasoned }: Done, speech: Speech, { terminalId, digest }: Beside): Sheet {
  const { say, tell } = speech;
  const { advice, causes, names, stages } = reasoned;
  const set = advice.corrections.flatMap((correction) => correction.set);
  const parts: readonly SheetPart[] = [
    {
      title: say("why.numbers"),
      lines: listNumbers(known, terminalId).map(({ name, value }) => `${say(`why.number-${name}`)}: ${value}`),
    },
    {
      title: say("why.stages"),
      lines: stages.map((stage) => {
        const words = [say(`why.stage-${stage.stage}`), say(`why.${stage.outcome}`), stage.target ?? ""];
        return `${marks[stage.outcome]} ${words.filter((word) => word !== "").join(" · ")}`;
      }),
    },
    {
      title: say("why.causes"),
      lines: causes.slice(0, mostCauses).map(({ cause, confidence }) => {
        const name = names[cause];
        return `${cause} ${name === undefined ? "" : tell(name)} ${Math.round(confidence * 100)} %`;
      }),
    },
    { title: say("without.key-in"), lines: set.map((text) => text.replace(/^[^.]+\./, "")) },
    { title: say("why.now"), lines: listActions(reasoned).map(({ text }, at) => `${at + 1}. ${tell(text)}`) },
  ];
  return {
    title: sayCause(reasoned, speech),
    parts: parts.filter(({ lines }) => lines.length > 0),
    digest: say("pack.digest", { digest: digest.slice(0, 16) }),
  };
}

const marks = { passed: "✓", failed: "✗", unable: "?", skipped: "–" } as const;
