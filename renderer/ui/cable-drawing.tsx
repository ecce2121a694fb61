// What to plug into what: terminal, data cable, computer.
interface CableDrawingProps {
  readonly label: string;
  readonly terminal: string;
  readonly cable: string;
  readonly computer: string;
}

export function CableDrawing({ label, terminal, cable, computer }: CableDrawingProps) {
  return (
    <figure role="img" aria-label={label} className="w-full max-w-140">
      <svg viewBox="0 0 560 190" aria-hidden="true" className="w-full text-ink" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <g className="fill-surface">
          <path d="M58 34V12h64v22" />
          <rect x="44" y="34" width="92" height="132" rx="12" />
          <rect x="58" y="48" width="64" height="40" rx="4" className="fill-sunken" />
        </g>
        <path d="M64 104h.1M90 104h.1M116 104h.1M64 122h.1M90 122h.1M116 122h.1M64 140h.1M90 140h.1M116 140h.1" strokeWidth="7" className="stroke-edge" />
        <g className="stroke-accent">
          <rect x="136" y="118" width="9" height="24" rx="2" className="fill-accent-wash" />
          <path d="M145 122h20v16h-20z" className="fill-surface" />
          <path d="M165 130c70 0 40 46 105 46s40-58 96-58" strokeWidth="3" />
          <path d="M366 108h28v20h-28zM394 111h12v14h-12z" className="fill-surface" />
          <rect x="406" y="106" width="8" height="24" rx="2" className="fill-accent-wash" />
        </g>
        <g className="fill-surface">
          <rect x="420" y="40" width="124" height="86" rx="8" />
          <path d="M408 142h148l-10 16a8 8 0 0 1-7 4H425a8 8 0 0 1-7-4Z" />
          <rect x="432" y="52" width="100" height="62" rx="3" className="fill-sunken" />
        </g>
        <path d="M408 142v-10a6 6 0 0 1 6-6h136" />
        <g className="fill-current stroke-none text-[14px]" textAnchor="middle" fill="currentColor">
          <text x="90" y="186">{terminal}</text>
          <text x="270" y="150" className="fill-accent">{cable}</text>
          <text x="482" y="186">{computer}</text>
        </g>
      </svg>
    </figure>
  );
}
