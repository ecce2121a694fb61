import { FolderOpen } from "lucide-react";
import { useRef } from "react";
import { Button, type ButtonLook } from "../../../ui/button.tsx";
import type { GivenFile } from "./open-files.ts";

interface FileButtonProps {
  readonly label: string;
  readonly look?: ButtonLook;
  readonly onFiles: (files: readonly GivenFile[]) => void;
}

export function FileButton({ label, look = "plain", onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        look={look}
        icon={<FolderOpen aria-hidden="true" className="size-4" />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-files={label}
        onChange={(event) => {
          onFiles(Array.from(event.target.files ?? [], (file) => ({ name: file.name, file })));
          event.target.value = "";
        }}
      />
    </>
  );
}
