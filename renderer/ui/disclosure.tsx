import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

interface DisclosureProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly look?: "link" | "row";
  readonly children: ReactNode;
}

const looks = {
  link: "w-fit text-accent",
  row: "px-5 text-soft hover:text-ink -outline-offset-2",
} as const;

export function Disclosure({ title, isOpen = false, look = "link", children }: DisclosureProps) {
  return (
    <details className="group" open={isOpen}>
      <summary className={`flex min-h-target items-center gap-1.5 rounded-control text-13 ${looks[look]}`}>
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 group-open:rotate-90" />
        {title}
      </summary>
      {children}
    </details>
  );
}
