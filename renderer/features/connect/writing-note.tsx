// Where settings cannot be written with this login: why, and what it takes.
import type { Report } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { askForRights } from "../session/connect.ts";
import { useDesk } from "../session/use-desk.tsx";

export function WritingNote({ report }: { readonly report: Report }) {
  const { say, tell } = useSpeech();
  const desk = useDesk();
  const capability = report.capabilities["write-settings"];
  if (capability === undefined || capability.state === "yes") return null;
  return (
    <Notice state="unknown" title={say("writing.title")}>
      <p>{capability.state === "no" ? tell(capability.reason) : say("writing.needs-root")}</p>
      {capability.state === "needs" && (
        <div className="pt-1">
          <Button onClick={() => void askForRights(desk)}>{say("writing.login")}</Button>
        </div>
      )}
    </Notice>
  );
}
