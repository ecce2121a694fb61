import { Download } from "lucide-react";
import { printSheet } from "../../../electron/core/provisioning/print-cell.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { saveText } from "./save-text.ts";

interface SaveSheetProps {
  /** Of the file, without its ending. */
  readonly name: string;
  /** The heads first; asked for when it is pressed. */
  readonly rows: () => readonly (readonly string[])[];
}

/** Saves what a table shows, as it is sorted and searched now. */
export function SaveSheet({ name, rows }: SaveSheetProps) {
  const { say } = useSpeech();
  return (
    <Button
      look="quiet"
      data-save-sheet={name}
      icon={<Download aria-hidden="true" className="size-4" />}
      onClick={() => saveText(`${name}.csv`, printSheet(rows()))}
    >
      {say("sheet.save")}
    </Button>
  );
}
