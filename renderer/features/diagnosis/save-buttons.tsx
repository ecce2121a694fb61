import { Copy, Download } from "lucide-react";
import { useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { drawPicture } from "./draw-picture.ts";
import { readBase64, saveFile } from "./save-file.ts";
import type { Sheet } from "./sheet-lines.ts";
import { type Paper, papers, printPage } from "./sheet-page.ts";

interface SaveButtonsProps {
  readonly pack: Output<"pack.make">;
  readonly sheet: Sheet;
}

export function SaveButtons({ pack, sheet }: SaveButtonsProps) {
  const { say } = useSpeech();
  const [copied, setCopied] = useState<boolean | null>(null);
  const name = `counterpart-${pack.digest.slice(0, 8)}`;
  const icon = <Download aria-hidden="true" className="size-4" />;
  const savePicture = async (): Promise<void> => {
    const picture = await drawPicture(sheet);
    if (picture !== null) saveFile(`${name}.png`, picture);
  };
  const copyPicture = async (): Promise<void> => {
    const picture = await drawPicture(sheet);
    if (picture === null) return;
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  const saveZip = (): void => saveFile(`${name}.zip`, new Blob([readBase64(pack.zip)], { type: "application/zip" }));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        <Button icon={icon} onClick={saveZip}>
          {say("pack.save-zip")}
        </Button>
        <Button icon={icon} onClick={() => void savePicture()}>
          {say("pack.save-png")}
        </Button>
        <Button icon={<Copy aria-hidden="true" className="size-4" />} onClick={() => void copyPicture()}>
          {say(copied === true ? "why.copied" : "pack.copy-png")}
        </Button>
      </div>
      {copied === false && (
        <p role="status" className="text-14 text-odd">
          {say("pack.copy-refused")}
        </p>
      )}
      <PaperChoice sheet={sheet} name={name} />
      <p className="font-mono text-13 text-soft">{say("pack.digest", { digest: pack.digest })}</p>
    </div>
  );
}

function PaperChoice({ sheet, name }: { readonly sheet: Sheet; readonly name: string }) {
  const { say, language } = useSpeech();
  const [paper, setPaper] = useState<Paper>("a4");
  const savePage = (): void =>
    saveFile(`${name}-${paper}.html`, new Blob([printPage(sheet, paper, language)], { type: "text/html" }));
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Segmented
        label={say("pack.paper")}
        segments={papers.map((value) => ({ value, label: say(`pack.paper-${value}`) }))}
        value={paper}
        onChoose={setPaper}
      />
      <Button icon={<Download aria-hidden="true" className="size-4" />} onClick={savePage}>
        {say("pack.save-html")}
      </Button>
    </div>
  );
}
