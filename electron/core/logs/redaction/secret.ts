// What a detector found: a kind, and the stretches of text to hide. Hiding puts one `*` in place of each character, so that
// columns, offsets and lengths stay what they were, and redacting what is redacted changes nothing.

export type RedactionKind = "card-number" | "track" | "pin" | "key" | "card-data" | "hex";
export type RedactionCounts = Readonly<Record<RedactionKind, number>>;

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Secret {
  readonly kind: RedactionKind;
  readonly hide: readonly Range[];
}

export function hideAll(kind: RedactionKind, from: number, to: number): Secret {
  return { kind, hide: [{ from, to }] };
}

/** All but the first six and the last four digits (PCI DSS 4, 3.4.1); what stands between digits stays. */
export function hideMiddle(text: string, { from, to }: Range, kind: RedactionKind = "card-number"): Secret {
  const digits: number[] = [];
  for (let at = from; at < to; at++) if (/[\d*]/.test(text.charAt(at))) digits.push(at);
  return { kind, hide: digits.slice(6, -4).map((at) => ({ from: at, to: at + 1 })) };
}

export interface Hidden {
  readonly text: string;
  /** Kinds of what was not hidden before, one entry for each. */
  readonly kinds: readonly RedactionKind[];
}

/** The first detector that hides something is the one that counts; blanks stay. */
export function hideSecrets(text: string, secrets: readonly Secret[]): Hidden {
  if (secrets.length === 0) return { text, kinds: [] };
  const characters = text.split("");
  const kinds: RedactionKind[] = [];
  for (const { kind, hide } of secrets) {
    let isNew = false;
    for (const { from, to } of hide) {
      for (let at = from; at < Math.min(to, characters.length); at++) {
        const character = characters[at] ?? "*";
        if (character === "*" || character.trim() === "") continue;
        characters[at] = "*";
        isNew = true;
      }
    }
    if (isNew) kinds.push(kind);
  }
  return { text: characters.join(""), kinds };
}

export function countNothing(): Record<RedactionKind, number> {
  return { "card-number": 0, track: 0, pin: 0, key: 0, "card-data": 0, hex: 0 };
}
