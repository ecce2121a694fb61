import { ScrollText } from "lucide-react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import type { WantedLines } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";

/** Leads to the lines of the connected terminal's logs that speak of something; nothing where no terminal is connected. */
export function LinesLink({ wanted }: { readonly wanted: WantedLines }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { connection } = useSession();
  if (connection.kind !== "open") return null;
  return (
    <Button
      look="quiet"
      className="w-fit"
      data-lines-of={"rule" in wanted ? wanted.rule : wanted.causes.join(" ")}
      icon={<ScrollText aria-hidden="true" className="size-4" />}
      onClick={() => desk.store.change((state) => ({ ...state, screen: "logs", wantedLines: wanted }))}
    >
      {say("logs.lines-of")}
    </Button>
  );
}
