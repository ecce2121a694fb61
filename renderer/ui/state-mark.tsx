// Each state has a shape of its own, so that it is told without its colour: a disc with a tick, an octagon with a
// cross, a triangle, a broken ring with a question mark, a bar.
export type HopState = "ok" | "wrong" | "odd" | "unknown" | "not-needed";

export const stateColours: Readonly<Record<HopState, string>> = {
  ok: "text-ok",
  wrong: "text-wrong",
  odd: "text-odd",
  unknown: "text-soft",
  "not-needed": "text-soft",
};

export function StateMark({ state, className = "size-5" }: { readonly state: HopState; readonly className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={`shrink-0 ${stateColours[state]} ${className}`}>
      {shapes[state]}
    </svg>
  );
}

const inner = {
  fill: "none",
  stroke: "var(--color-surface)",
  strokeWidth: 2,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

const shapes = {
  ok: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path d="M6 10.4 8.8 13.2 14 7.4" {...inner} />
    </>
  ),
  wrong: (
    <>
      <path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3Z" fill="currentColor" />
      <path d="M7 7l6 6M13 7l-6 6" {...inner} />
    </>
  ),
  odd: (
    <>
      <path
        d="M10 1.6 19.2 18H.8Z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <path d="M10 7.4v4.2M10 14.8v.1" {...inner} />
    </>
  ),
  unknown: (
    <>
      <circle
        cx="10"
        cy="10"
        r="8.2"
        fill="var(--color-surface)"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeDasharray="3.2 2"
      />
      <path
        d="M7.8 8c0-3 4.6-2.8 4.6-.2 0 1.7-2.3 1.8-2.3 3.6M10.1 14v.1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
      />
    </>
  ),
  "not-needed": (
    <>
      <circle cx="10" cy="10" r="8.2" fill="var(--color-surface)" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6.4 10h7.2" fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" />
    </>
  ),
} as const;
