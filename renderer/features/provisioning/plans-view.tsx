// A sheet at hand, or the place to put one; under it the plans that are kept.
import { useState } from "react";
import type { Run } from "../../../electron/contract/provisioning.ts";
import { useHanded } from "../shell/handed-file.ts";
import { DraftView } from "./draft-view.tsx";
import { KeptPlans } from "./kept-plans.tsx";
import { SheetDrop } from "./sheet-drop.tsx";
import type { WantedPlan } from "./start-terms.ts";
import { useSheet } from "./use-sheet.ts";

interface PlansViewProps {
  readonly run: Run;
  readonly onStart: (plan: WantedPlan) => void;
}

export function PlansView({ run, onStart }: PlansViewProps) {
  const sheet = useSheet();
  const [kept, setKept] = useState(0);
  useHanded("plan", (file) => {
    if (file.ok) void sheet.take(file.value);
    else sheet.refuse(file.failure);
  });
  return (
    <div className="flex flex-col gap-6 low:gap-4">
      {sheet.draft === null ? (
        <SheetDrop sheet={sheet} />
      ) : (
        <DraftView
          key={sheet.upload}
          draft={sheet.draft}
          sheet={sheet}
          operator={run.operator}
          onKept={() => setKept((before) => before + 1)}
          onTry={(draft) => onStart({ plan: draft.draft, name: draft.name, isDraft: true })}
        />
      )}
      <KeptPlans about={kept} operator={run.operator} onStart={onStart} />
    </div>
  );
}
