// All rows of a plan with what became of each, as a sheet: what the report holds.
import { Download } from "lucide-react";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { saveFile } from "../diagnosis/save-file.ts";
import { useDesk } from "../session/use-desk.tsx";
import { joinParts } from "./send-sheet.ts";

interface SavePlanProps {
  readonly plan: string;
  readonly onFailure: (failure: Failure | null) => void;
}

export function SavePlan({ plan, onFailure }: SavePlanProps) {
  const { say, language } = useSpeech();
  const { client } = useDesk();
  const save = async (): Promise<void> => {
    const asked = { plan, what: "report-csv", language, places: null } as const;
    const made = await joinParts((offset) => client.call("provisioning.print", { ...asked, offset }));
    onFailure(made.ok ? null : made.failure);
    if (made.ok) saveFile(made.value.name, made.value.octets);
  };
  return (
    <Button icon={<Download aria-hidden="true" className="size-4" />} onClick={() => void save()}>
      {say("bench.save-csv")}
    </Button>
  );
}
