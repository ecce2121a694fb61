import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { preparePlan } from "../session/push-plan.ts";
import { useDesk } from "../session/use-desk.tsx";
import type { CheckedDrafts } from "./check-draft.ts";

/** Always in sight: how much would be written, and the way on. */
export function SettingsFooter({
  checked,
  isOffline,
}: {
  readonly checked: CheckedDrafts;
  readonly isOffline: boolean;
}) {
  const { say } = useSpeech();
  const desk = useDesk();
  const { assignments, isReadable, findings } = checked;
  const count = assignments.length;
  const hasErrors = findings.some((one) => one.severity === "error");
  const note =
    count === 0
      ? say("settings.no-changes")
      : !isReadable
        ? say("settings.cannot-read")
        : hasErrors
          ? say("settings.has-errors")
          : say("settings.changes", { count });
  return (
    <div className="border-t border-line bg-surface">
      <div className="mx-auto flex w-full max-w-240 flex-wrap items-center gap-x-4 gap-y-2 px-8 py-3 narrow:px-5 low:py-2">
        <p className="min-w-0 grow basis-60 text-14 text-soft" role="status">
          {note}
        </p>
        {count > 0 && (
          <Button look="quiet" onClick={() => desk.store.change((state) => ({ ...state, drafts: {} }))}>
            {say("settings.discard")}
          </Button>
        )}
        <Button
          look="primary"
          disabled={count === 0 || !isReadable || isOffline}
          onClick={() => void preparePlan(desk, { set: assignments, fix: false })}
        >
          {say("settings.review")}
        </Button>
      </div>
    </div>
  );
}
