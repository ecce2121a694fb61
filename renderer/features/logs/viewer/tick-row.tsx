import type { ReactNode } from "react";

interface TickBoxProps {
  readonly isTicked: boolean;
  readonly count?: number;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A dense row of a list of choices, with how many lines it is about. */
export function TickBox({ isTicked, count, onToggle, children }: TickBoxProps) {
  return (
    <label className="flex min-h-7 cursor-pointer items-center gap-2 rounded-control px-1 hover:bg-sunken">
      <input type="checkbox" className="size-4 shrink-0 accent-accent" checked={isTicked} onChange={onToggle} />
      <span className="min-w-0 grow break-words">{children}</span>
      {count !== undefined && <span className="shrink-0 text-soft tabular-nums">{count}</span>}
    </label>
  );
}
