import { useState } from "react";
import type { FieldReading, FieldValue } from "./read-field.ts";

interface Typed {
  readonly text: string;
  readonly reading: FieldReading;
  /** Which input of the field it stands in. */
  readonly input: string;
}

export interface Typing {
  readonly isTyping: boolean;
  /** What was typed, as long as the draft holds what was made of it. */
  readonly typed: Typed | null;
  readonly take: (typed: Typed) => FieldValue;
  readonly confirm: (value: FieldValue) => FieldValue;
  readonly enter: () => void;
  readonly leave: () => void;
}

/**
 * A field shows what is typed until the person leaves it, and then how it was read: rewriting it under the cursor would
 * make `/24` or a composed full-width digit impossible to type.
 */
export function useTyping(value: string): Typing {
  const [isTyping, setIsTyping] = useState(false);
  const [typed, setTyped] = useState<Typed | null>(null);
  const current = typed?.reading.value.text === value ? typed : null;
  return {
    isTyping,
    typed: current,
    take: (next) => {
      setTyped(next);
      return next.reading.value;
    },
    confirm: (confirmed) => {
      setTyped(null);
      return confirmed;
    },
    enter: () => setIsTyping(true),
    leave: () => {
      setIsTyping(false);
      setTyped(current === null ? null : { ...current, text: value });
    },
  };
}
