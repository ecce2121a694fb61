import { useEffect, useLayoutEffect, useState } from "react";

/** What the terminal is asked to wait before it goes back by itself; the contract's own default. */
export const fullRing = 90;

/** Whole seconds until a moment (milliseconds since 1970), counted down; 0 from then on, and without one. */
export function useSecondsLeft(until: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  const isOver = until === null || now >= until;
  // A moment that is set later counts from when it is set, not from when this was last looked at.
  useLayoutEffect(() => setNow(Date.now()), [until]);
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [isOver]);
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
