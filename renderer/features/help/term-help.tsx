// The small "?" beside a term. What it says comes when it is asked for.
import "../../i18n/late-words.ts";
import { CircleHelp } from "lucide-react";
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import type { TermId } from "./term-id.ts";

const TermText = lazy(async () => ({ default: (await import("./term-text.tsx")).TermText }));

interface TermHelpProps {
  readonly term: TermId;
  /** As the term stands beside it. */
  readonly label: string;
}

export function TermHelp({ term, label }: TermHelpProps) {
  const { say } = useSpeech();
  const question = say("help.what-is", { term: label });
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const bubble = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useResize(isOpen, () => place(button.current, bubble.current));
  return (
    <span className="relative inline-flex">
      <button
        ref={button}
        type="button"
        aria-label={question}
        aria-expanded={isOpen}
        aria-controls={id}
        title={question}
        data-term={term}
        popoverTarget={id}
        onBlur={({ relatedTarget }) => {
          // Who goes on to another field has read it.
          if (relatedTarget !== null && isOpen) bubble.current?.hidePopover();
        }}
        className="-my-(--slack) inline-flex min-h-target min-w-8 items-center justify-center rounded-control text-soft hover:text-accent"
      >
        <CircleHelp aria-hidden="true" className="size-4" />
      </button>
      <div
        ref={bubble}
        id={id}
        popover="auto"
        role="note"
        onBeforeToggle={(event) => {
          if (event.newState === "open") place(button.current, bubble.current);
        }}
        onToggle={(event) => setIsOpen(event.newState === "open")}
        className="m-0 w-90 max-w-[calc(100vw-2rem)] rounded-panel border border-edge bg-surface p-4 text-14 font-normal text-ink"
      >
        {isOpen && (
          <Suspense fallback={null}>
            <TermText term={term} />
          </Suspense>
        )}
      </div>
    </span>
  );
}

function useResize(isWatched: boolean, follow: () => void): void {
  useEffect(() => {
    if (!isWatched) return;
    addEventListener("resize", follow);
    return () => removeEventListener("resize", follow);
  });
}

/** Pixels that the bubble may take; it stands below its button, or above where there is no room. */
const room = { width: 360, height: 190 };

function place(button: HTMLElement | null, bubble: HTMLElement | null): void {
  if (button === null || bubble === null) return;
  const { left, top, bottom } = button.getBoundingClientRect();
  bubble.style.left = `${Math.max(8, Math.min(left, innerWidth - room.width - 16))}px`;
  const isBelow = bottom + room.height < innerHeight;
  bubble.style.top = isBelow ? `${bottom + 4}px` : "auto";
  bubble.style.bottom = isBelow ? "auto" : `${innerHeight - top + 4}px`;
}
