// What to plug into what: terminal, data cable, computer.
interface CableDrawingProps {
  readonly label: string;
  readonly terminal: string;
  readonly cable: string;
  readonly computer: string;
}

export function CableDrawing({ label, terminal, cable, computer }: CableDrawingProps) {
  return (
    <figure role="img" aria-label={label} className="mx-auto w-full max-w-160">
      <svg
        viewBox="0 0 600 196"
        aria-hidden="true"
        className="w-full text-ink"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <Terminal />
        <Cable />
        <Computer />
        <g className="fill-ink stroke-none text-[13px]" textAnchor="middle">
          <text x="90" y="190">
            {terminal}
          </text>
          <text x="280" y="108" className="fill-accent">
            {cable}
          </text>
          <text x="494" y="190">
            {computer}
          </text>
        </g>
      </svg>
    </figure>
  );
}

function Terminal() {
  return (
    <>
      <g className="fill-surface">
        <path d="M60 34V14h60v20" />
        <rect x="46" y="34" width="88" height="132" rx="12" />
        <rect x="60" y="48" width="60" height="40" rx="4" className="fill-sunken" />
      </g>
      <path
        d="M66 106h.1M90 106h.1M114 106h.1M66 124h.1M90 124h.1M114 124h.1M66 142h.1M90 142h.1M114 142h.1"
        strokeWidth="7"
        className="stroke-edge"
      />
    </>
  );
}

function Cable() {
  return (
    <g className="stroke-accent">
      <path d="M166 132c60 0 55 18 114 18s60-18 104-6" strokeWidth="3" />
      <rect x="134" y="122" width="9" height="20" rx="2" className="fill-accent-wash" />
      <rect x="143" y="124" width="23" height="16" rx="2" className="fill-surface" />
      <rect x="384" y="136" width="23" height="16" rx="2" className="fill-surface" />
      <rect x="407" y="138" width="9" height="12" rx="1" className="fill-accent-wash" />
    </g>
  );
}

function Computer() {
  return (
    <g className="fill-surface">
      <rect x="432" y="36" width="124" height="86" rx="8" />
      <rect x="443" y="47" width="102" height="64" rx="3" className="fill-sunken" />
      <path d="M430 130h128l14 22a9 9 0 0 1-8 14H424a9 9 0 0 1-8-14Z" />
      <path d="M470 150h48" className="stroke-edge" />
    </g>
  );
}
