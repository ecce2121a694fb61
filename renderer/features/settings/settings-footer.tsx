import { useSpeech } from "../../i18n/speech.tsx";
import type { Translate } from "../../i18n/translate.ts";
import { Button } from "../../ui/button.tsx";
import { preparePlan } from "../session/push-plan.ts";
import { useDesk } from "../session/use-desk.tsx";
import type { CheckedDrafts } from "./check-draft.ts";

interface SettingsFooterProps {
  readonly checked: CheckedDrafts;
  /** Whether there is a line, and a login that may write. */
  readonly canWrite: boolean;
}

/** Always in sight: how much would be written, and the way on. */
export function SettingsFooter({ checked, canWrite }: SettingsFooterProps) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { assignments, isReadable } = checked;
  const count = assignments.length;
  return (
    <div className="border-t border-line bg-surface">
      <div className="mx-auto flex w-full max-w-244 flex-wrap items-center gap-x-4 gap-y-2 px-8 py-3 narrow:px-5 low:py-2">
        <p className="min-w-0 grow basis-60 text-14 text-soft" role="status">
          {describeState(checked, say)}
        </p>
        {count > 0 && (
          <Button
            look="quiet"
            onClick={() => desk.store.change((state) => ({ ...state, drafts: {}, typedFields: {} }))}
          >
            {say("settings.discard")}
          </Button>
        )}
        <Button
          look="primary"
          disabled={count === 0 || !isReadable || !canWrite}
          onClick={() => void preparePlan(desk, { set: assignments, fix: false })}
        >
          {say("settings.review")}
        </Button>
      </div>
    </div>
  );
}

function describeState({ assignments, isReadable, findings }: CheckedDrafts, say: Translate): string {
  if (assignments.length === 0) return say("settings.no-changes");
  if (!isReadable) return say("settings.cannot-read");
  const hasErrors = findings.some((one) => one.severity === "error");
  return hasErrors ? say("settings.has-errors") : say("settings.changes", { count: assignments.length });
}
