import type { Finding } from "../../../electron/core/findings/finding.ts";
import { keepsSettings } from "../../../electron/core/settings/keeps-settings.ts";
import type { InterfaceSettings } from "../../../electron/core/settings/network-settings.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { TermHelp } from "../help/term-help.tsx";
import { AddressField } from "./address-field.tsx";
import { DraftRuler } from "./draft-ruler.tsx";
import { FieldFindings } from "./field-findings.tsx";
import { PrefixField } from "./prefix-field.tsx";
import { ServersField } from "./servers-field.tsx";
import { type DraftHandle, useDraft } from "./use-drafts.ts";

interface InterfaceFormProps {
  readonly target: InterfaceSettings;
  readonly findings: readonly Finding[];
}

/** Managers whose settings the dialects can write today, and interfaces that nobody manages. */
const writable: readonly InterfaceSettings["manager"][] = [
  "ifupdown",
  "networkmanager",
  "systemd-networkd",
  "busybox-udhcpc",
  "parameter-file",
  "terminal",
  null,
];

export function InterfaceForm({ target, findings }: InterfaceFormProps) {
  const handle = useDraft(target);
  const { draft, change, take } = handle;
  const isDisabled = !writable.includes(target.manager);
  const servers = (
    <ServersField
      isDisabled={isDisabled}
      onUse={take}
      servers={draft.servers}
      findings={pickFindings(findings, "ipv4.dns")}
      onChange={(next) => change({ servers: next })}
    />
  );
  return (
    <form className="flex flex-col gap-6 low:gap-4" onSubmit={(event) => event.preventDefault()}>
      <ManagerNote target={target} isReadOnly={isDisabled} />
      {draft.method === "static" && (
        <div className="rounded-panel border border-line bg-surface px-5 pt-4 pb-2 low:order-last">
          <DraftRuler draft={draft} />
        </div>
      )}
      <MethodField handle={handle} findings={pickFindings(findings, "ipv4.method")} isDisabled={isDisabled} />
      <div className="grid grid-cols-2 items-start gap-x-6 gap-y-5">
        {draft.method === "static" && <StaticFields handle={handle} findings={findings} isDisabled={isDisabled} />}
        {servers}
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly handle: DraftHandle;
  readonly findings: readonly Finding[];
  readonly isDisabled: boolean;
}

function MethodField({ handle: { draft, choose, take }, findings, isDisabled }: FieldsProps) {
  const { say } = useSpeech();
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-1">
        <span className="text-14 font-medium">{say("settings.method")}</span>
        <TermHelp term="dhcp" label={say("settings.method-dhcp")} />
      </div>
      <div>
        <Segmented
          label={say("settings.method")}
          value={draft.method}
          isDisabled={isDisabled}
          onChoose={choose}
          segments={[
            { value: "dhcp", label: say("settings.method-dhcp") },
            { value: "static", label: say("settings.method-static") },
          ]}
        />
      </div>
      <FieldFindings findings={findings} onUse={take} />
      {draft.method === "dhcp" && <p className="text-13 text-soft">{say("settings.dhcp-note")}</p>}
    </div>
  );
}

function StaticFields({ handle: { draft, change, take }, findings, isDisabled }: FieldsProps) {
  const { say } = useSpeech();
  const shared = { isDisabled, onUse: take };
  return (
    <>
      <AddressField
        {...shared}
        label={say("settings.address")}
        name="address"
        term="address"
        takesPrefix
        value={draft.address}
        findings={pickFindings(findings, "ipv4.address")}
        onChange={({ text, prefix }) => change(prefix === null ? { address: text } : { address: text, prefix })}
      />
      <PrefixField
        {...shared}
        value={draft.prefix}
        findings={pickFindings(findings, "ipv4.prefixLength")}
        onChange={(prefix) => change({ prefix })}
      />
      <AddressField
        {...shared}
        label={say("settings.gateway")}
        name="gateway"
        term="gateway"
        value={draft.gateway}
        findings={pickFindings(findings, "ipv4.gateway")}
        onChange={({ text }) => change({ gateway: text })}
      />
    </>
  );
}

function pickFindings(findings: readonly Finding[], field: string): readonly Finding[] {
  return findings.filter((one) => one.field === field);
}

function ManagerNote({ target, isReadOnly }: { readonly target: InterfaceSettings; readonly isReadOnly: boolean }) {
  const { say } = useSpeech();
  if (!isReadOnly && keepsSettings(target.manager)) return null;
  const name = target.name;
  return (
    <Notice state={isReadOnly ? "unknown" : "odd"}>
      <p>
        {isReadOnly
          ? say("settings.read-only", { manager: target.manager ?? "", interface: name })
          : say("settings.not-kept", { interface: name })}
      </p>
    </Notice>
  );
}
