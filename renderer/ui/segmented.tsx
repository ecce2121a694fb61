import { type ReactNode, useId } from "react";

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** What is read out, where the label is a picture or an abbreviation. */
  readonly spoken?: string;
  readonly lang?: string;
}

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  readonly size?: "small" | "target";
  readonly isDisabled?: boolean;
}

/** One of a few, all visible: the browser's own radio buttons, each drawn over by its label. */
export function Segmented<Value extends string>({
  label,
  segments,
  value,
  onChoose,
  size = "target",
  isDisabled = false,
}: SegmentedProps<Value>) {
  const group = useId();
  const room = size === "small" ? "min-w-9 px-2.5 text-13 narrow:px-2" : "px-4 text-14";
  const wrap = size === "small" ? "" : "flex-wrap";
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={`inline-flex ${wrap} rounded-control bg-sunken ring-1 ring-line`}
    >
      {segments.map((segment) => (
        <label
          key={segment.value}
          lang={segment.lang}
          title={segment.spoken}
          className={`relative isolate inline-flex min-h-target items-center justify-center gap-1.5 text-soft before:absolute before:inset-0.75 before:-z-10 before:rounded-[0.25rem] hover:text-ink has-checked:font-medium has-checked:text-ink has-checked:before:bg-surface has-checked:before:ring-1 has-checked:before:ring-edge ${room}`}
        >
          <input
            type="radio"
            name={group}
            value={segment.value}
            checked={segment.value === value}
            disabled={isDisabled}
            aria-label={segment.spoken}
            className="absolute inset-0 appearance-none rounded-control"
            onChange={() => onChoose(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </div>
  );
}
