// The result as lines of text: the same for the printed sheet, the saved page, the receipt and the picture.
import { printMoment } from "../../i18n/print-moment.ts";
import type { Speech } from "../../i18n/speech.tsx";
import type { HopState } from "../../ui/state-mark.tsx";
import { nameField } from "../push/name-field.ts";
import type { Way } from "./guide.ts";
import { listNumbers } from "./list-numbers.ts";
import type { Done } from "./guide.ts";
import { listActions, sayCause, sayTried } from "./sentence.ts";
import { drawStages } from "./stage-path.ts";

export interface SheetPart {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface SheetHop {
  readonly name: string;
  readonly state: HopState;
  readonly word: string;
  readonly value: string | null;
}

export interface Sheet {
  readonly title: string;
  /** When it was looked at, in this computer's time. */
  readonly moment: string;
  /** Empty where nothing was tried. */
  readonly path: readonly SheetHop[];
  readonly parts: readonly SheetPart[];
  /** Of the pack that it belongs to. */
  readonly digest: string;
}

const mostCauses = 3;

interface Beside {
  readonly way: Way;
  readonly terminalId: string;
  readonly digest: string;
  /** ISO 8601. */
  readonly made: string;
}

export function layOutSheet(check: Done, speech: Speech, { way, terminalId, digest, made }: Beside): Sheet {
  const { say, language } = speech;
  const { reasoned } = check;
  const colon = language === "zh-CN" ? "：" : ": ";
  const set = reasoned.advice.corrections.flatMap((correction) => correction.set);
  const parts: readonly SheetPart[] = [
    {
      title: say("why.numbers"),
      lines: listNumbers(check.known, terminalId).map(
        ({ name, value }) => `${say(`why.number-${name}`)}${colon}${value}`,
      ),
    },
    { title: say("why.stages"), lines: listStages(check, speech) },
    { title: say("why.causes"), lines: listCauses(check, speech) },
    {
      title: say("pack.right-values"),
      lines: set.map((text) => {
        const [, field = "", value = ""] = /^[^.]+\.([^=]+)=(.*)$/.exec(text) ?? [];
        return `${nameField(field, speech)}${colon}${value}`;
      }),
    },
    { title: say("why.now"), lines: listToDo(check, speech, way) },
    layOutCall(check, speech),
  ];
  return {
    title: sayCause(reasoned, speech),
    moment: printMoment(made, language),
    path: reasoned.stages.length === 0 ? [] : drawStages(reasoned.stages, say).hops,
    parts: parts.filter(({ lines }) => lines.length > 0),
    digest: say("pack.digest", { digest: digest.slice(0, 16) }),
  };
}

function listStages({ reasoned: { stages } }: Done, { say }: Speech): readonly string[] {
  return stages.map((stage) => {
    const from = stage.from === "pc" ? say("why.from-pc") : "";
    const words = [say(`why.stage-${stage.stage}`), say(`why.${stage.outcome}`), from, stage.target ?? ""];
    return `${marks[stage.outcome]} ${words.filter((word) => word !== "").join(" · ")}`;
  });
}

function listCauses({ reasoned: { causes, names } }: Done, { say, tell }: Speech): readonly string[] {
  return causes.slice(0, mostCauses).map(({ cause, confidence }) => {
    const name = names[cause];
    const percent = say("why.confidence", { percent: Math.round(confidence * 100) });
    return `${cause} ${name === undefined ? "" : tell(name)} ${percent}`;
  });
}

/** Without a cable nothing is written for the person: what would be corrected is keyed in. */
function listToDo({ reasoned }: Done, { say, tell }: Speech, way: Way): readonly string[] {
  if (way === "without" && reasoned.advice.corrections.length > 0) return [`1. ${say("without.key-in-text")}`];
  return listActions(reasoned).map(({ text }, at) => `${at + 1}. ${tell(text)}`);
}

function layOutCall({ reasoned }: Done, speech: Speech): SheetPart {
  const { say } = speech;
  const { call } = reasoned.advice;
  const script = say("why.script", { sentence: sayCause(reasoned, speech), tried: sayTried(reasoned, speech) });
  return { title: say(call === null ? "why.call-nobody" : `why.call-${call}`), lines: [script] };
}

const marks = { passed: "✓", failed: "✗", unable: "?", skipped: "–" } as const;
