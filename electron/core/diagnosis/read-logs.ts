// The latest log lines of a terminal -> evidence. Order tells what belongs to the attempt that the person asks about: what
// came after the host's last answer is of this attempt, what it answered to is over.
import type { Localized } from "../failures/localized.ts";
import { classifyLine } from "../logs/classify/classifier.ts";
import { causes } from "../logs/knowledge/knowledge.ts";
import type { Channel, Evidence } from "./evidence.ts";
import { readCode } from "./read-code.ts";
import { networkCauses } from "./reason.ts";
import { readStamp } from "./read-stamp.ts";

interface LineOfCause {
  readonly cause: string;
  readonly says: Localized;
  readonly at: number;
  readonly text: string;
}

interface LineOfHost {
  readonly code: string;
  readonly at: number;
  readonly text: string;
}

/** 3GPP TS 27.007 8.5: 99 is a signal that is not known, not one that is weak. */
const unknownSignal = /\+CSQ: ?99\b/;

/** Masked lines, the oldest first. */
export function readLogs(lines: readonly string[], channel: Channel | null): readonly Evidence[] {
  const found: LineOfCause[] = [];
  let answer: LineOfHost | null = null;
  for (const [at, text] of lines.entries()) {
    const meaning = classifyLine(text);
    if (meaning === null) continue;
    const { pattern, cause, code } = meaning;
    if (pattern.id === "modem.no-signal" && unknownSignal.test(text)) continue;
    if (pattern.lookup === "response-code") {
      if (code !== null) answer = { code, at, text };
    } else if (cause !== null && cause !== "normal") found.push({ cause, says: pattern.meaning, at, text });
  }
  const answeredAt = answer?.at ?? -1;
  const isNetworkLater = found.some(({ cause, at }) => at > answeredAt && networkCauses.has(cause));
  const spoken = [...new Set(found.map(({ cause }) => cause))].map((cause) =>
    speak(
      found.filter((each) => each.cause === cause),
      answeredAt,
    ),
  );
  if (answer === null) return spoken;
  const attempt = isNetworkLater ? "earlier" : "this";
  const { code, at, text } = answer;
  return [
    ...spoken,
    ...readCode({ code, channel, attempt, seen: "wire", at: readStamp(text), quote: quote(at, text) }),
  ];
}

function speak(found: readonly LineOfCause[], answeredAt: number): Evidence {
  const last = found.at(-1);
  const cause = last?.cause ?? "";
  const isOver = networkCauses.has(cause) && (last?.at ?? 0) < answeredAt;
  return {
    sign: `log/${cause}`,
    source: "log",
    says: last?.says ?? nameCause(cause),
    quote: last === undefined ? null : quote(last.at, last.text),
    at: last === undefined ? null : readStamp(last.text),
    channel: null,
    attempt: isOver ? "earlier" : "this",
    // One line may be a hiccup; three are a habit.
    weight: found.length >= 3 ? 1 : 0.8,
  };
}

function quote(at: number, text: string): string {
  return `${at + 1}: ${text}`.slice(0, 1000);
}

/** What a cause is called. */
function nameCause(id: string): Localized {
  return causes.find((cause) => cause.id === id)?.name ?? { en: id, "zh-CN": id };
}
