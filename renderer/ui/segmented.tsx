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
  const height = size === "small" ? "h-7 min-w-8 px-2 text-13" : "min-h-[calc(var(--target)-6px)] px-3.5 py-1 text-14";
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
      className="inline-flex flex-wrap rounded-control border border-line bg-sunken p-0.5"
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          lang={segment.lang}
          {...(segment.spoken === undefined ? {} : { "aria-label": segment.spoken, title: segment.spoken })}
          className={`inline-flex items-center justify-center gap-1.5 rounded-[0.25rem] text-soft hover:text-ink data-[state=on]:bg-surface data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:ring-1 data-[state=on]:ring-edge ${height}`}
        >
          {segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
