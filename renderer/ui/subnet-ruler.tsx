// The network as a line from its first to its last address, with a pin for each address of interest. What lies outside
// stands off the line's end, with a word: what is wrong is visible before it is read.
import { type Flag, placeFlags } from "./place-flags.ts";
import { StateMark } from "./state-mark.tsx";

export interface RulerPin {
  readonly key: string;
  readonly name: string;
  readonly address: string;
  /** 0 to 1 along the line. */
  readonly at: number;
  readonly side: "inside" | "before" | "after";
  readonly tone: "terminal" | "gateway" | "server";
  /** A word for what lies outside; null inside. */
  readonly outside: string | null;
  /** Outside, and wrong because of it. */
  readonly isWrong: boolean;
  readonly spoken: string;
}

interface RulerEnd {
  readonly name: string;
  readonly address: string;
}

interface SubnetRulerProps {
  readonly title: string;
  readonly summary: string;
  readonly first: RulerEnd;
  readonly last: RulerEnd;
  readonly pins: readonly RulerPin[];
}

/** Percent of the width that stays free beside the line for what lies outside. */
const margin = 12;
const laneHeight = 42;

export function SubnetRuler({ title, summary, first, last, pins }: SubnetRulerProps) {
  const flags = placeFlags(findLefts(pins));
  const lanes = Math.max(1, ...flags.map((flag) => flag.lane + 1));
  const base = lanes * laneHeight + 14;
  return (
    <figure className="flex flex-col gap-2" data-testid="ruler">
      <figcaption className="text-13 text-soft">{title}</figcaption>
      <ul className="sr-only">
        <li>{summary}</li>
        {pins.map((pin) => (
          <li key={pin.key}>{pin.spoken}</li>
        ))}
      </ul>
      <div aria-hidden="true" className="relative forced-color-adjust-none" style={{ height: base + 50 }}>
        <div
          className="absolute h-2 rounded-full bg-accent-wash ring-1 ring-accent"
          style={{ left: `${margin}%`, right: `${margin}%`, top: base - 4 }}
        />
        <End at={margin} top={base} end={first} />
        <End at={100 - margin} top={base} end={last} />
        {pins.map((pin, place) => {
          const flag = flags[place];
          return flag === undefined ? null : <PinMark key={pin.key} pin={pin} flag={flag} base={base} />;
        })}
      </div>
    </figure>
  );
}

function End({ at, top, end }: { readonly at: number; readonly top: number; readonly end: RulerEnd }) {
  return (
    <div className="absolute flex -translate-x-1/2 flex-col items-center" style={{ left: `${at}%`, top: top - 8 }}>
      <span className="h-4 w-px bg-accent" />
      <span className="mt-1 text-13 text-soft">{end.name}</span>
      <span className="font-mono text-13 whitespace-nowrap text-soft">{end.address}</span>
    </div>
  );
}

const dots: Readonly<Record<RulerPin["tone"], string>> = {
  terminal: "bg-accent rounded-[2px]",
  gateway: "bg-ink rounded-full",
  server: "bg-surface ring-2 ring-ink ring-inset rounded-full",
};

function PinMark({ pin, flag, base }: { readonly pin: RulerPin; readonly flag: Flag; readonly base: number }) {
  const top = base - 8 - (flag.lane + 1) * laneHeight;
  const isOutside = pin.side !== "inside";
  const label = flag.flies === "right" ? "left-2 items-start" : "right-2 items-end";
  return (
    <div
      className={`absolute ${pin.isWrong ? "text-wrong" : "text-ink"}`}
      style={{ left: `${flag.left}%`, top, height: base - top }}
      data-pin={pin.tone}
      data-side={pin.side}
    >
      <span className={`absolute inset-y-0 -left-px border-l ${isOutside ? "border-dashed" : ""} border-current`} />
      <span className={`absolute top-0 flex flex-col whitespace-nowrap ${label}`}>
        <span className="flex items-center gap-1 text-13">
          {pin.isWrong && <StateMark state="wrong" className="size-3.5" />}
          {pin.name}
          {pin.outside !== null && <span> · {pin.outside}</span>}
        </span>
        <span className="font-mono text-13 font-medium">{pin.address}</span>
      </span>
      <span className={`absolute -bottom-1.5 -left-1.5 size-3 ${dots[pin.tone]}`} />
    </div>
  );
}

/** What lies outside shares the free margin evenly. */
function findLefts(pins: readonly RulerPin[]): readonly number[] {
  const before = pins.filter((pin) => pin.side === "before");
  const after = pins.filter((pin) => pin.side === "after");
  return pins.map((pin) => {
    if (pin.side === "inside") return margin + pin.at * (100 - 2 * margin);
    const beside = pin.side === "before" ? before : after;
    const share = (margin * (beside.indexOf(pin) + 1)) / (beside.length + 1);
    return pin.side === "before" ? share : 100 - margin + share;
  });
}
