// The register's file, saved wherever the person likes and put back: a download and an upload, so that a window that may name no
// files of this computer can do it as well.
import { useRef, useState } from "react";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { saveFile } from "../diagnosis/save-file.ts";
import { useDesk } from "../session/use-desk.tsx";
import { sendCopy, takeCopy } from "./transfer-copy.ts";

interface FilesSectionProps {
  readonly onRestored: () => void;
}

export function FilesSection({ onRestored }: FilesSectionProps) {
  const { say } = useSpeech();
  return (
    <Disclosure title={say("register.files")}>
      <div className="flex flex-col gap-3 pt-2">
        <Files onRestored={onRestored} />
      </div>
    </Disclosure>
  );
}

type Told =
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "saved"; readonly file: string }
  | { readonly kind: "restored"; readonly file: string; readonly keptAs: string | null };

function Files({ onRestored }: FilesSectionProps) {
  const { say } = useSpeech();
  const { told, chosen, isBusy, save, choose, putBack } = useFiles(onRestored);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <p className="max-w-[44em] text-14 text-soft">{say("register.files-text")}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={isBusy} onClick={() => void save()}>
          {say("register.back-up")}
        </Button>
        <Button disabled={isBusy} onClick={() => input.current?.click()}>
          {say("register.restore")}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".sqlite"
          hidden
          data-register-copy=""
          aria-label={say("register.restore")}
          onChange={({ target }) => {
            choose(target.files?.[0] ?? null);
            target.value = "";
          }}
        />
        {isBusy && <Spinner />}
      </div>
      {chosen !== null && <Sure file={chosen.name} onRestore={() => void putBack()} onLeave={() => choose(null)} />}
      {told !== null && <WhatCame told={told} />}
    </>
  );
}

function useFiles(onRestored: () => void) {
  const { client } = useDesk();
  const [told, setTold] = useState<Told | null>(null);
  const [chosen, setChosen] = useState<File | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<Told> => {
    const copy = await takeCopy(client);
    if (!copy.ok) return { kind: "failed", failure: copy.failure };
    saveFile(copy.value.name, copy.value.octets);
    return { kind: "saved", file: copy.value.name };
  };
  const putBack = async (file: File): Promise<Told> => {
    const sent = await sendCopy(client, file);
    if (!sent.ok) return { kind: "failed", failure: sent.failure };
    const name = file.name.slice(0, 256);
    const restored = await client.call("register.put-back", { upload: sent.value, name });
    if (!restored.ok) return { kind: "failed", failure: restored.failure };
    onRestored();
    return { kind: "restored", file: name, keptAs: restored.value.keptAs };
  };
  const work = async (job: () => Promise<Told>): Promise<void> => {
    setBusy(true);
    setChosen(null);
    setTold(await job());
    setBusy(false);
  };
  return {
    ...{ told, chosen, isBusy },
    save: () => work(save),
    choose: (file: File | null) => {
      setChosen(file);
      setTold(null);
    },
    putBack: async () => {
      if (chosen !== null) await work(() => putBack(chosen));
    },
  };
}

interface SureProps {
  readonly file: string;
  readonly onRestore: () => void;
  readonly onLeave: () => void;
}

function Sure({ file, onRestore, onLeave }: SureProps) {
  const { say } = useSpeech();
  return (
    <Notice state="odd" title={file} role="alert">
      <p className="text-14">{say("register.restore-why")}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={onRestore}>{say("register.restore-sure")}</Button>
        <Button look="quiet" onClick={onLeave}>
          {say("register.restore-not")}
        </Button>
      </div>
    </Notice>
  );
}

function WhatCame({ told }: { readonly told: Told }) {
  const { say } = useSpeech();
  if (told.kind === "failed")
    return (
      <Notice state="wrong" role="alert">
        <FailureWords failure={told.failure} />
      </Notice>
    );
  return (
    <Notice state="ok" role="status">
      <p className="wrap-anywhere">{say(`register.${told.kind}`, { file: told.file })}</p>
      {told.kind === "restored" && told.keptAs !== null && (
        <p className="text-14 wrap-anywhere">{say("register.restored-kept", { file: told.keptAs })}</p>
      )}
    </Notice>
  );
}
