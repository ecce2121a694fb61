import { ChevronDown, ChevronUp } from "lucide-react";

interface SortHeadProps {
  readonly title: string;
  readonly way: "ascending" | "descending" | "none";
  readonly onSort: () => void;
  readonly isNumber?: boolean;
  /** As far from the edge as the cells below. */
  readonly inset?: string;
}

/** The head of a column that sorts its table. */
export function SortHead({ title, way, onSort, isNumber = false, inset = "px-1" }: SortHeadProps) {
  const Arrow = way === "descending" ? ChevronDown : ChevronUp;
  return (
    <th scope="col" aria-sort={way} className="font-normal">
      <button
        type="button"
        onClick={onSort}
        className={`flex min-h-target w-full items-center gap-0.5 rounded-control ${inset} hover:text-ink ${isNumber ? "justify-end whitespace-nowrap" : "text-left"} ${way === "none" ? "" : "text-ink"}`}
      >
        {title}
        {way !== "none" && <Arrow aria-hidden="true" className="size-3.5 shrink-0" />}
      </button>
    </th>
  );
}
