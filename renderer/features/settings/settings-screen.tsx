import "../../i18n/late-words.ts";
import { lazy, Suspense } from "react";
import type { Report } from "../../../electron/contract/commands.ts";
import type { InterfaceSettings } from "../../../electron/core/settings/network-settings.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { ConnectionView } from "../connect/check-screen.tsx";
import { canWrite } from "../connect/can-write.ts";
import { tracePath } from "../connect/trace-path.ts";
import { WritingNote } from "../connect/writing-note.tsx";
import { findReport } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { AcquirerForm } from "./acquirer-form.tsx";
import type { CheckedDrafts } from "./check-draft.ts";
import { InterfaceForm } from "./interface-form.tsx";
import { SettingsFooter } from "./settings-footer.tsx";
import { useCheckedDrafts } from "./use-drafts.ts";

const CellularPanel = lazy(async () => ({ default: (await import("../cellular/cellular-panel.tsx")).CellularPanel }));

export function SettingsScreen() {
  const session = useSession();
  const report = findReport(session);
  const { connection } = session;
  if (report === null) {
    return (
      <div className="mx-auto flex w-full max-w-244 flex-col px-8 py-8 narrow:px-5 low:py-4">
        {connection.kind !== "open" && <ConnectionView connection={connection} />}
      </div>
    );
  }
  return <SettingsForm report={report} isOffline={connection.kind !== "open"} />;
}

function SettingsForm({ report, isOffline }: { readonly report: Report; readonly isOffline: boolean }) {
  const { say } = useSpeech();
  const { chosenInterface } = useSession();
  const checked = useCheckedDrafts(report);
  const shown = report.interfaces.filter(
    (one) => one.kind !== "loopback" && one.kind !== "virtual" && one.name !== "lo",
  );
  const target =
    shown.find((one) => one.name === chosenInterface) ??
    shown.find((one) => one.name === tracePath(report).interface?.name) ??
    shown[0];
  return (
    <div className="flex h-full flex-col">
      <div className="relative min-h-0 grow overflow-y-auto">
        <div className="mx-auto flex w-full max-w-244 flex-col gap-6 px-8 py-7 narrow:px-5 low:gap-4 low:py-4">
          <div className="flex flex-wrap items-center justify-between gap-4">
            <h1 className="text-20 font-semibold">{say("settings.title")}</h1>
            {shown.length > 1 && target !== undefined && <InterfaceTabs shown={shown} chosen={target.name} />}
          </div>
          {isOffline && (
            <Notice state="odd">
              <p>{say("settings.offline")}</p>
            </Notice>
          )}
          {!isOffline && <WritingNote report={report} />}
          {target === undefined ? (
            <p className="text-16 text-soft">{say("settings.no-interfaces")}</p>
          ) : (
            <TargetForm key={target.name} target={target} checked={checked} />
          )}
          <AcquirerForm report={report} findings={checked.findings} isDisabled={!canWrite(report)} />
        </div>
      </div>
      {target?.cellular?.context == null && (
        <SettingsFooter checked={checked} canWrite={!isOffline && canWrite(report)} />
      )}
    </div>
  );
}

interface TargetFormProps {
  readonly target: InterfaceSettings;
  readonly checked: CheckedDrafts;
}

/** A modem has an access point where others have an address. */
function TargetForm({ target, checked }: TargetFormProps) {
  const { connection } = useSession();
  if (target.cellular?.context == null) {
    const findings = checked.findings.filter((one) => one.interface === target.name);
    return <InterfaceForm target={target} findings={findings} />;
  }
  const session = connection.kind === "open" ? connection.session : null;
  return (
    <Suspense fallback={null}>
      <CellularPanel target={target} cellular={target.cellular} session={session} />
    </Suspense>
  );
}

function InterfaceTabs({ shown, chosen }: { readonly shown: readonly InterfaceSettings[]; readonly chosen: string }) {
  const { say } = useSpeech();
  const { store } = useDesk();
  return (
    <Segmented
      label={say("settings.interface")}
      value={chosen}
      onChoose={(name) => store.change((state) => ({ ...state, chosenInterface: name }))}
      segments={shown.map((one) => ({ value: one.name, label: <span className="font-mono">{one.name}</span> }))}
    />
  );
}
