import { FileSpreadsheet } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { TimeLeft } from "../wait/time-left.tsx";
import type { SheetDesk } from "./use-sheet.ts";

export function SheetDrop({ sheet }: { readonly sheet: SheetDesk }) {
  const { say } = useSpeech();
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined): void => {
    if (file !== undefined && !sheet.isBusy) void sheet.take(file);
  };
  const hover = (event: DragEvent, next: boolean): void => {
    event.preventDefault();
    setOver(next);
  };
  return (
    <section
      aria-label={say("bench.drop")}
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={(event) => {
        hover(event, false);
        take(event.dataTransfer.files[0]);
      }}
      className={`flex flex-col items-start gap-3 rounded-panel border-2 border-dashed px-6 py-6 low:py-4 ${isOver ? "border-accent bg-accent-wash" : "border-edge bg-surface"}`}
    >
      <h2 className="flex items-center gap-3 text-20 font-semibold">
        <FileSpreadsheet aria-hidden="true" className="size-6 shrink-0 text-accent" strokeWidth={1.5} />
        {say("bench.drop")}
      </h2>
      <p className="max-w-[44em] text-14 text-soft">{say("bench.drop-text")}</p>
      <ChooseFile isBusy={sheet.isBusy} onTake={take} />
      {sheet.isBusy && (
        <p role="status" className="flex items-center gap-3 text-14 text-soft">
          <Spinner /> {say("bench.sending")} <TimeLeft of="sheet" />
        </p>
      )}
      {sheet.failure !== null && (
        <div role="alert">
          <FailureWords failure={sheet.failure} />
        </div>
      )}
    </section>
  );
}

interface ChooseFileProps {
  readonly isBusy: boolean;
  readonly onTake: (file: File | undefined) => void;
}

function ChooseFile({ isBusy, onTake }: ChooseFileProps) {
  const { say } = useSpeech();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="primary" disabled={isBusy} onClick={() => input.current?.click()}>
        {say("bench.choose-sheet")}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.xlsx,.txt,.tsv,.counterpart-plan"
        hidden
        data-sheet=""
        aria-label={say("bench.choose-sheet")}
        onChange={({ target }) => {
          onTake(target.files?.[0]);
          target.value = "";
        }}
      />
    </>
  );
}
