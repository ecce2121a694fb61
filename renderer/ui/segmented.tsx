import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";

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

/** One of a few, all visible. Arrow keys move, and leaving it unchosen is not possible. */
export function Segmented<Value extends string>({
  label,
  segments,
  value,
  onChoose,
  size = "target",
  isDisabled = false,
}: SegmentedProps<Value>) {
  const room = size === "small" ? "min-w-9 px-2.5 text-13" : "px-4 text-14";
  const choose = (chosen: string): void => {
    const found = segments.find((segment) => segment.value === chosen);
    if (found !== undefined) onChoose(found.value);
  };
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      onValueChange={choose}
      aria-label={label}
      disabled={isDisabled}
      className="inline-flex flex-wrap rounded-control bg-sunken ring-1 ring-line"
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          lang={segment.lang}
          {...(segment.spoken === undefined ? {} : { "aria-label": segment.spoken, title: segment.spoken })}
          className={`relative isolate inline-flex min-h-target items-center justify-center gap-1.5 text-soft before:absolute before:inset-0.75 before:-z-10 before:rounded-[0.25rem] hover:text-ink data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:before:bg-surface data-[state=on]:before:ring-1 data-[state=on]:before:ring-edge ${room}`}
        >
          {segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
