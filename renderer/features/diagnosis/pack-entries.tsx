// Everything that the ZIP holds, as text; then it is saved.
import { Download } from "lucide-react";
import type { Output } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { readBase64, saveFile } from "./save-file.ts";

interface PackEntriesProps {
  readonly pack: Output<"pack.make">;
  readonly name: string;
}

export function PackEntries({ pack, name }: PackEntriesProps) {
  const { say } = useSpeech();
  const save = (): void => saveFile(`${name}.zip`, new Blob([readBase64(pack.zip)], { type: "application/zip" }));
  return (
    <>
      <FileTexts files={pack.entries} />
      <div>
        <Button look="primary" icon={<Download aria-hidden="true" className="size-4" />} onClick={save}>
          {say("pack.save-zip")}
        </Button>
      </div>
    </>
  );
}

export function FileTexts({ files }: { readonly files: Output<"pack.make">["entries"] }) {
  return (
    <div className="rounded-panel border border-line bg-surface px-4 py-2">
      {files.map((file) => (
        <Disclosure key={file.name} title={file.name}>
          <pre
            // Scrolled by keyboard too.
            tabIndex={0}
            className="max-h-80 overflow-auto rounded-control bg-sunken p-3 font-mono text-13 whitespace-pre-wrap"
            data-leaves={file.name}
          >
            {file.text}
          </pre>
        </Disclosure>
      ))}
    </div>
  );
}
