interface CountdownRingProps {
  readonly seconds: number;
  /** What the ring is full at. */
  readonly of: number;
  readonly label: string;
}

/** Seconds that run out, as a ring and a number; the label says what happens then. */
export function CountdownRing({ seconds, of, label }: CountdownRingProps) {
  const around = 2 * Math.PI * 18;
  const left = of <= 0 ? 0 : Math.min(1, seconds / of);
  return (
    <p className="flex items-center gap-3 text-14 text-soft" data-countdown={seconds}>
      <svg viewBox="0 0 44 44" aria-hidden="true" className="size-11 shrink-0">
        <circle cx="22" cy="22" r="18" fill="none" className="stroke-line" strokeWidth="3.5" />
        <circle
          cx="22"
          cy="22"
          r="18"
          fill="none"
          className="stroke-accent"
          strokeWidth="3.5"
          strokeLinecap="round"
          strokeDasharray={`${around * left} ${around}`}
          transform="rotate(-90 22 22)"
        />
        <text x="22" y="26.5" textAnchor="middle" className="fill-ink font-mono text-13">
          {seconds}
        </text>
      </svg>
      {label}
    </p>
  );
}
