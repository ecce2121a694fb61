import { Download } from "lucide-react";
import { useState } from "react";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { readBase64, saveFile } from "../diagnosis/save-file.ts";
import { saveText } from "../logs/save-text.ts";
import { useDesk } from "../session/use-desk.tsx";

const formats = ["csv", "xlsx", "json"] as const;
/** The same in every language. */
const names = { csv: "CSV", xlsx: "Excel", json: "JSON" } as const;

/** All that the search finds, also what the table does not show yet. */
export function ExportButtons({ text }: { readonly text: string }) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (format: (typeof formats)[number]): Promise<void> => {
    const exported = await client.call("register.export", { text, format });
    setFailure(exported.ok ? null : exported.failure);
    if (!exported.ok) return;
    const name = `counterpart-terminals.${format}`;
    const { content, isBase64 } = exported.value;
    if (isBase64) saveFile(name, new Blob([readBase64(content)]));
    else saveText(name, content);
  };
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          aria-label={say(`register.save-${format}`)}
          title={say(`register.save-${format}`)}
          icon={<Download aria-hidden="true" className="size-4" />}
          onClick={() => void save(format)}
        >
          {names[format]}
        </Button>
      ))}
      {failure !== null && (
        <div role="alert" className="basis-full">
          <FailureWords failure={failure} />
        </div>
      )}
    </>
  );
}
