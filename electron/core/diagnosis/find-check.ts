// Two causes that are close -> the one question whose answer would tell them apart.
import type { Channel } from "./evidence.ts";
import { type Question, questions, signOfAnswer } from "./knowledge/questions.ts";
import type { Reasoned } from "./reason.ts";
import { weighSign } from "./weigh-sign.ts";

/** Above this the first cause needs no further question. */
export const clear = 0.75;

export interface Asked {
  readonly answered: readonly string[];
  readonly channel: Channel | null;
}

/** Null when nothing is left to ask that would change anything. */
export function findDecidingQuestion({ causes }: Reasoned, { answered, channel }: Asked): Question | null {
  const [first, second] = causes;
  const left = questions.filter(
    ({ id, channels }) =>
      !answered.includes(id) && (channel === null || channels === undefined || channels.includes(channel)),
  );
  if (first === undefined || second === undefined) return left[0] ?? null;
  if (first.share >= clear) return null;
  const ranked = left
    .map((question) => ({ question, power: tellApart(question, first.cause, second.cause) }))
    .toSorted((a, b) => b.power - a.power);
  const [best] = ranked;
  return best === undefined || best.power < 0.5 ? null : best.question;
}

/** How far the answers would move the two causes apart: the width between the two ends. */
function tellApart({ id, options }: Question, one: string, other: string): number {
  const moves = options.map((option) => {
    const sign = signOfAnswer(id, option.id);
    const weights = sign === null ? null : weighSign(sign);
    if (weights === null) return 0;
    const move = (cause: string): number => (weights.for[cause] ?? 0) - (weights.against[cause] ?? 0);
    return move(one) - move(other);
  });
  return Math.max(...moves) - Math.min(...moves);
}
