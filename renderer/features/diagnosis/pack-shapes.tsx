// The shapes that a result can leave in. What leaves is what is shown: first the preview, then its buttons.
import { useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { PackEntries } from "./pack-entries.tsx";
import { PaperPreview } from "./paper-preview.tsx";
import { PicturePreview } from "./picture-preview.tsx";
import type { Sheet } from "./sheet-lines.ts";
import { papers } from "./sheet-page.ts";

const shapes = ["picture", ...papers, "zip"] as const;
type Shape = (typeof shapes)[number];

interface PackShapesProps {
  readonly pack: Output<"pack.make">;
  readonly sheet: Sheet;
}

export function PackShapes({ pack, sheet }: PackShapesProps) {
  const { say } = useSpeech();
  const [shape, setShape] = useState<Shape>("picture");
  const name = `counterpart-${pack.digest.slice(0, 8)}`;
  return (
    <div className="flex flex-col gap-4" data-shape={shape}>
      <div>
        <Segmented
          label={say("pack.shape")}
          segments={shapes.map((value) => ({ value, label: say(`pack.shape-${value}`) }))}
          value={shape}
          onChoose={setShape}
        />
      </div>
      {shape === "picture" && <PicturePreview sheet={sheet} name={name} />}
      {shape === "zip" && <PackEntries pack={pack} name={name} />}
      {shape !== "picture" && shape !== "zip" && <PaperPreview key={shape} paper={shape} sheet={sheet} name={name} />}
      <p className="font-mono text-13 text-soft">{say("pack.digest", { digest: pack.digest })}</p>
    </div>
  );
}
