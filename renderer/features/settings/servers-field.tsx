import { Plus, X } from "lucide-react";
import { useId } from "react";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { AddressField } from "./address-field.tsx";
import { FieldFindings } from "./field-findings.tsx";
import { GroupName } from "./group-name.tsx";

interface ServersFieldProps {
  readonly servers: readonly string[];
  readonly findings: readonly Finding[];
  readonly isDisabled: boolean;
  readonly onChange: (servers: readonly string[]) => void;
  readonly onUse: (set: readonly string[]) => void;
}

const mostServers = 4;

export function ServersField({ servers, findings, isDisabled, onChange, onUse }: ServersFieldProps) {
  const { say } = useSpeech();
  const id = useId();
  const rows = servers.length === 0 ? [""] : servers;
  return (
    <div role="group" aria-labelledby={id} className="flex min-w-0 flex-col gap-1.5">
      <GroupName id={id} name={say("settings.servers")} term="dns" />
      <div className="flex flex-col gap-2">
        {rows.map((server, place) => (
          // Rows have no identity of their own but their place.
          <div key={place} className="flex items-start gap-1">
            <div className="grow">
              <AddressField
                label={say("settings.server", { place: place + 1 })}
                isLabelHidden
                name={`server-${place + 1}`}
                value={server}
                isDisabled={isDisabled}
                findings={[]}
                onChange={({ text }) => onChange(rows.with(place, text))}
                onUse={onUse}
              />
            </div>
            {rows.length > 1 && (
              <RemoveButton
                name={say("settings.remove-server", { place: place + 1 })}
                isDisabled={isDisabled}
                onRemove={() => onChange(rows.toSpliced(place, 1))}
              />
            )}
          </div>
        ))}
      </div>
      <FieldFindings findings={findings} onUse={onUse} />
      {rows.length < mostServers && !isDisabled && (
        <div>
          <Button
            look="quiet"
            icon={<Plus aria-hidden="true" className="size-4" />}
            onClick={() => onChange([...rows, ""])}
          >
            {say("settings.add-server")}
          </Button>
        </div>
      )}
    </div>
  );
}

interface RemoveButtonProps {
  readonly name: string;
  readonly isDisabled: boolean;
  readonly onRemove: () => void;
}

function RemoveButton({ name, isDisabled, onRemove }: RemoveButtonProps) {
  return (
    <button
      type="button"
      disabled={isDisabled}
      aria-label={name}
      title={name}
      onClick={onRemove}
      className="grid size-[var(--target)] shrink-0 place-items-center rounded-control text-soft hover:bg-accent-wash hover:text-accent"
    >
      <X aria-hidden="true" className="size-4" />
    </button>
  );
}
