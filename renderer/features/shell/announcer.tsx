import { useSpeech } from "../../i18n/speech.tsx";
import type { Speech } from "../../i18n/speech.tsx";
import type { SessionState } from "../session/session-state.ts";
import { useSession } from "../session/use-desk.tsx";

/** What changes by itself, said once to those who hear the window. */
export function Announcer() {
  const speech = useSpeech();
  return (
    <div className="sr-only" role="status">
      {announce(useSession(), speech)}
    </div>
  );
}

function announce({ connection, push }: SessionState, { say, tell }: Speech): string {
  if (push.kind === "running") return say(`stage.${push.stage ?? "reading"}`);
  switch (connection.kind) {
    case "connecting":
      return connection.stage === null ? "" : say(`stage.${connection.stage}`);
    case "open":
      return connection.isReading ? say("stage.reading") : tell(connection.report.verdict.message);
    case "asking":
      return say("login.title");
    // These take the focus or are alerts themselves.
    case "idle":
    case "failed":
    case "lost":
      return "";
  }
}
