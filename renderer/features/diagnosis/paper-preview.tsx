// The sheet on its paper: what is shown here is what is printed or saved, with the same style.
import { Download, Printer } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { layOnPaper, printOnly } from "./lay-on-paper.ts";
import { saveFile } from "./save-file.ts";
import type { Sheet } from "./sheet-lines.ts";
import { measurePaper, type Paper, printPage } from "./sheet-page.ts";

interface PaperPreviewProps {
  readonly paper: Paper;
  readonly sheet: Sheet;
  readonly name: string;
}

export function PaperPreview({ paper, sheet, name }: PaperPreviewProps) {
  const { say, language } = useSpeech();
  const frame = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (frame.current === null) return;
    const measured = measurePaper(paper, layOnPaper(frame.current, sheet, paper));
    setHeight(measured);
    return printOnly(sheet, { paper, height: measured });
  }, [paper, sheet]);
  const save = (): void => {
    const page = printPage(sheet, { paper, language, ...(height === null ? {} : { height }) });
    saveFile(`${name}-${paper}.html`, new Blob([page], { type: "text/html" }));
  };
  return (
    <>
      <div
        // Scrolled by keyboard too.
        tabIndex={0}
        role="group"
        aria-label={say("pack.preview")}
        className="max-h-120 w-fit max-w-full overflow-auto rounded-panel border border-line bg-[#fff] p-6 low:max-h-60 low:p-4"
      >
        <div ref={frame} data-paper={paper} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" icon={<Printer aria-hidden="true" className="size-4" />} onClick={() => print()}>
          {say("pack.print")}
        </Button>
        <Button icon={<Download aria-hidden="true" className="size-4" />} onClick={save}>
          {say("pack.save-html")}
        </Button>
      </div>
      <p className="max-w-[44em] text-13 text-soft">{say("pack.print-hint")}</p>
    </>
  );
}
