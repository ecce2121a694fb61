// The picture for a chat: what is shown here is what is copied or saved, dot for dot.
import { Copy, Download } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { drawPicture, readPicture } from "./draw-picture.ts";
import { saveFile } from "./save-file.ts";
import type { Sheet } from "./sheet-lines.ts";

interface PicturePreviewProps {
  readonly sheet: Sheet;
  readonly name: string;
}

export function PicturePreview({ sheet, name }: PicturePreviewProps) {
  const { say } = useSpeech();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current !== null) drawPicture(canvas.current, sheet);
  }, [sheet]);
  const read = async (): Promise<Blob | null> => (canvas.current === null ? null : readPicture(canvas.current));
  return (
    <>
      <div
        // Scrolled by keyboard too.
        tabIndex={0}
        role="group"
        aria-label={say("pack.preview")}
        className="max-h-120 w-full max-w-135 overflow-y-auto rounded-panel border border-line low:max-h-60"
      >
        <canvas ref={canvas} role="img" aria-label={sheet.title} className="block w-full" data-picture="" />
      </div>
      <PictureButtons key={sheet.digest} name={name} read={read} />
    </>
  );
}

interface PictureButtonsProps {
  readonly name: string;
  readonly read: () => Promise<Blob | null>;
}

function PictureButtons({ name, read }: PictureButtonsProps) {
  const { say } = useSpeech();
  const [copied, setCopied] = useState<boolean | null>(null);
  const save = async (): Promise<void> => {
    const picture = await read();
    if (picture !== null) saveFile(`${name}.png`, picture);
  };
  const copy = async (): Promise<void> => {
    const picture = await read();
    if (picture === null) return;
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" icon={<Copy aria-hidden="true" className="size-4" />} onClick={() => void copy()}>
          {say(copied === true ? "why.copied" : "pack.copy-png")}
        </Button>
        <Button icon={<Download aria-hidden="true" className="size-4" />} onClick={() => void save()}>
          {say("pack.save-png")}
        </Button>
      </div>
      {copied === false && (
        <p role="status" className="text-14 text-odd">
          {say("pack.copy-refused")}
        </p>
      )}
    </>
  );
}
