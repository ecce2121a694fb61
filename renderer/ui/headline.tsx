import { type ReactNode, useEffect, useRef } from "react";

interface HeadlineProps {
  readonly children: ReactNode;
  /** Changes when another thing is said: the new headline then takes the focus, so that it is read out. */
  readonly about?: string;
}

/** The one sentence of a screen. */
export function Headline({ children, about }: HeadlineProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Only when nobody is at work elsewhere: typing and the list of ports keep their focus.
    const active = document.activeElement;
    if (about !== undefined && (active === null || active === document.body))
      ref.current?.focus({ preventScroll: true });
  }, [about]);
  return (
    <h1 ref={ref} tabIndex={-1} className="max-w-[34em] text-28 font-semibold tracking-[-0.01em] low:text-20">
      {children}
    </h1>
  );
}
