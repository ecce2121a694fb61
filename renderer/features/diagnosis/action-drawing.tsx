// What a hand does, drawn: lines in the window's own ink, what moves or is looked at in the accent.
import type { ReactNode } from "react";
import { useSpeech } from "../../i18n/speech.tsx";

const drawings = ["cable", "lights", "place", "antenna", "sim", "restart", "power", "base"] as const;
type Drawing = (typeof drawings)[number];

export function ActionDrawing({ picture }: { readonly picture: string }) {
  const { say } = useSpeech();
  const drawing = drawings.find((one) => one === picture);
  if (drawing === undefined) return null;
  return (
    <figure
      role="img"
      aria-label={say(`drawing.${drawing}`)}
      className="w-56 shrink-0 rounded-panel border border-line bg-surface p-2 low:w-36"
      data-drawing={drawing}
    >
      <svg
        viewBox="0 0 220 130"
        aria-hidden="true"
        className="w-full text-ink"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {drawing === "restart" ? <Restart seconds={say("drawing.seconds")} /> : shapes[drawing]}
      </svg>
    </figure>
  );
}

const sunken = "fill-sunken";
const mark = "stroke-accent";

/** Seen from the front: roll, display, keys. */
function Terminal({ x, y, scale = 1 }: { readonly x: number; readonly y: number; readonly scale?: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <path d="M10 16V4h36v12" />
      <rect x="0" y="16" width="56" height="84" rx="8" className="fill-surface" />
      <rect x="9" y="25" width="38" height="26" rx="3" className={sunken} />
      <path
        d="M15 64h.1M28 64h.1M41 64h.1M15 76h.1M28 76h.1M41 76h.1M15 88h.1M28 88h.1M41 88h.1"
        strokeWidth="6"
        className="stroke-edge"
      />
    </g>
  );
}

function Socket({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width="64" height="54" rx="5" className="fill-surface" />
      <path d="M14 44V18h9v-7h18v7h9v26Z" className={sunken} />
    </g>
  );
}

function Router({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d="M12 26V0M60 26V0" />
      <rect y="26" width="72" height="28" rx="6" className="fill-surface" />
      <path d="M12 40h.1M24 40h.1" strokeWidth="6" className="stroke-edge" />
    </g>
  );
}

const cable = (
  <>
    <rect x="16" y="14" width="84" height="102" rx="10" className="fill-surface" />
    <path d="M100 45h-20v40h20" className={sunken} />
    <g className={mark}>
      <path d="M204 65h-32" strokeWidth="6" />
      <path d="M172 50h-38v30h38Z" className="fill-accent-wash" />
      <path d="M150 50v-8h14v8M120 65h-14m6-7-7 7 7 7" />
    </g>
  </>
);

const lights = (
  <>
    <Socket x={78} y={48} />
    <g className={mark}>
      <circle cx="92" cy="32" r="7" className="fill-accent" />
      <circle cx="128" cy="32" r="7" className="fill-accent" />
      <path d="M92 14v-6M76 20l-5-4M128 14v-6M144 20l5-4M108 22l-3-4M112 22l3-4" />
    </g>
    <path d="M110 102v18" strokeWidth="5" className="stroke-edge" />
  </>
);

const place = (
  <>
    <path d="M86 8v114M98 8v114M86 30h12M86 54h12M86 78h12M86 102h12" className="stroke-edge" />
    <g className="text-edge" strokeDasharray="5 6">
      <rect x="18" y="34" width="44" height="68" rx="8" />
    </g>
    <Terminal x={112} y={28} scale={0.8} />
    <g className={mark}>
      <path d="M66 112c20 12 44 12 62 3m-8-5 9 5-7 7" />
      <path d="M172 62a14 14 0 0 1 0 18M182 54a26 26 0 0 1 0 34" />
    </g>
    <path d="M196 92V52M188 92h22" />
  </>
);

const antenna = (
  <>
    <Terminal x={52} y={20} />
    <g className={mark}>
      <path d="M124 112V28" strokeWidth="6" />
      <circle cx="124" cy="22" r="5" className="fill-accent" />
      <path d="M142 10a20 20 0 0 1 0 26M154 2a34 34 0 0 1 0 42" />
    </g>
    <path d="M108 112h32" />
    <path d="M166 112l26-44" strokeDasharray="5 6" className="stroke-edge" />
    <path d="M172 78l18 22m0-22-18 22" className="stroke-wrong" />
  </>
);

const sim = (
  <>
    <rect x="20" y="20" width="80" height="92" rx="10" className="fill-surface" />
    <path d="M100 46H64v40h36" className={sunken} />
    <g className={mark}>
      <path d="M196 44h-44l-14 12v32h58Z" className="fill-accent-wash" />
      <path d="M158 58h22v18h-22ZM169 58v18M158 67h22" />
      <path d="M130 66h-20m7-7-7 7 7 7" />
    </g>
  </>
);

const power = (
  <>
    <rect x="16" y="14" width="62" height="74" rx="8" className="fill-surface" />
    <path d="M38 42v14M56 42v14" strokeWidth="5" className="stroke-edge" />
    <g className={mark}>
      <rect x="92" y="30" width="40" height="42" rx="6" className="fill-accent-wash" />
      <path d="M92 42H80M92 60H80M132 51c24 0 14 40 34 40" />
    </g>
    <Terminal x={166} y={36} scale={0.8} />
  </>
);

const base = (
  <>
    <Terminal x={82} y={2} scale={0.85} />
    <path d="M56 92h108l12 28H44Z" className={sunken} />
    <path d="M176 112h34" />
    <g className={mark}>
      <path d="M66 30v40m-8-9 8 9 8-9M154 30v40m-8-9 8 9 8-9" />
    </g>
  </>
);

const shapes: Readonly<Record<Exclude<Drawing, "restart">, ReactNode>> = {
  cable,
  lights,
  place,
  antenna,
  sim,
  power,
  base,
};

function Restart({ seconds }: { readonly seconds: string }) {
  return (
    <>
      <Router x={6} y={40} />
      <Router x={142} y={40} />
      <path d="M18 22l48 88" className="stroke-wrong" />
      <g className={mark}>
        <circle cx="110" cy="72" r="17" className="fill-accent-wash" />
        <path d="M110 62v10l7 5" />
        <path d="M86 112h46m-8-6 8 6-8 6" />
        <path d="M166 22v-8M178 22v-8M190 22v-8" />
      </g>
      <text x="110" y="40" textAnchor="middle" className="fill-ink stroke-none text-[15px]">
        {seconds}
      </text>
    </>
  );
}
