import { useEffect, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { fillPlaces } from "../../i18n/translate.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { stopFollowing } from "../session/follow.ts";
import type { Follow } from "../session/session-state.ts";
import { useDesk } from "../session/use-desk.tsx";
import { doctorWords } from "./doctor-words.ts";

/** What becomes of a terminal that was lost: waited for, there again, or not come back. */
export function FollowNote({ follow }: { readonly follow: Follow }) {
  const { tell } = useSpeech();
  if (follow.kind === "waiting") return <Waiting until={follow.until} />;
  const text = follow.kind === "over" ? tell(doctorWords.over) : tell(doctorWords.found);
  const values = follow.kind === "found" ? { port: follow.port } : {};
  return (
    <div data-follow={follow.kind}>
      <Notice state="unknown" role="status">
        <p className="text-14 wrap-anywhere">{fillPlaces(text, values)}</p>
      </Notice>
    </div>
  );
}

function Waiting({ until }: { readonly until: number }) {
  const { tell } = useSpeech();
  const desk = useDesk();
  const [seconds, setSeconds] = useState(() => countDown(until));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(countDown(until)), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2" data-follow="waiting">
      <p className="flex items-center gap-3 text-14" role="status">
        <Spinner /> {tell(doctorWords.waiting)}
      </p>
      <span className="text-13 text-soft tabular-nums">{fillPlaces(tell(doctorWords.seconds), { seconds })}</span>
      <Button look="quiet" onClick={() => stopFollowing(desk)}>
        {tell(doctorWords.stop)}
      </Button>
    </div>
  );
}

function countDown(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1000));
}
