import type { SeverityFilter } from "../../../../electron/contract/opened-logs.ts";

/** A letter and a shape for each, so that none is told by its colour alone. */
const marks: Readonly<Record<SeverityFilter, { readonly letter: string; readonly look: string }>> = {
  error: { letter: "E", look: "rounded-[0.125rem] bg-wrong text-surface forced-color-adjust-none" },
  warning: { letter: "W", look: "rounded-full bg-odd text-surface forced-color-adjust-none" },
  info: { letter: "I", look: "rounded-[0.125rem] ring-1 ring-edge text-soft" },
  debug: { letter: "D", look: "rounded-full ring-1 ring-line text-soft" },
  none: { letter: "–", look: "text-soft" },
};

export function SeverityMark({ severity }: { readonly severity: SeverityFilter }) {
  const { letter, look } = marks[severity];
  return (
    <span className={`inline-block size-4 text-center align-middle text-[0.6875rem] leading-4 font-bold ${look}`}>
      {letter}
    </span>
  );
}
