// The register's file, saved and put back. Only the desktop app may name files of this computer.
import { useEffect, useState } from "react";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { useDesk } from "../session/use-desk.tsx";

interface FilesSectionProps {
  readonly onRestored: () => void;
}

export function FilesSection({ onRestored }: FilesSectionProps) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const [mayName, setMayName] = useState<boolean | null>(null);
  useEffect(() => {
    void client.call("log.ways", {}).then((ways) => setMayName(ways.ok && ways.value.byPath));
  }, [client]);
  return (
    <Disclosure title={say("register.files")}>
      <div className="flex flex-col gap-3 pt-2" data-files-named={String(mayName)}>
        {mayName === false && <p className="max-w-[44em] text-14 text-soft">{say("register.files-elsewhere")}</p>}
        {mayName === true && <Files onRestored={onRestored} />}
      </div>
    </Disclosure>
  );
}

type Told =
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "backed-up"; readonly file: string }
  | { readonly kind: "restored"; readonly file: string; readonly keptAs: string | null };

function Files({ onRestored }: FilesSectionProps) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const [typed, setTyped] = useState("");
  const [told, setTold] = useState<Told | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const file = typed.trim();
  const tell = <Value,>(done: Result<Value>, make: (value: Value) => Told): void =>
    setTold(done.ok ? make(done.value) : { kind: "failed", failure: done.failure });
  const backUp = async (): Promise<void> =>
    tell(await client.call("register.backup", { file }), (saved) => ({ kind: "backed-up", file: saved.file }));
  const restore = async (): Promise<void> => {
    setIsAsked(false);
    const restored = await client.call("register.restore", { file });
    tell(restored, ({ keptAs }) => ({ kind: "restored", file, keptAs }));
    if (restored.ok) onRestored();
  };
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label={say("register.file")}
          hint={say("register.file-hint")}
          isMono
          className="grow basis-80"
          value={typed}
          maxLength={4096}
          onChange={(event) => {
            setTyped(event.target.value);
            setIsAsked(false);
          }}
        />
        <Button disabled={file === ""} onClick={() => void backUp()}>
          {say("register.back-up")}
        </Button>
        <Button disabled={file === ""} onClick={() => setIsAsked(true)}>
          {say("register.restore")}
        </Button>
      </div>
      {isAsked && <Sure file={file} onRestore={() => void restore()} onLeave={() => setIsAsked(false)} />}
      {told !== null && <WhatCame told={told} />}
    </>
  );
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
