// The slot of the bench that a terminal stands on, as whoever works on the terminal sees it.
import type { Slot, SlotStep } from "../../contract/provisioning.ts";
import type { Stage } from "../../core/dialects/task.ts";

type Change = Partial<Omit<Slot, "slot" | "since">>;

/** What this slot shows, and what was scanned for it. */
export interface SlotHandle {
  readonly slot: string;
  readonly port: string;
  /** Now: the scanner may come later than the cable. */
  readonly scanned: () => string | null;
  readonly show: (change: Change) => void;
}

const stepsOfStages: Partial<Readonly<Record<Stage, SlotStep>>> = {
  reading: "reading",
  arming: "pushing",
  writing: "pushing",
  verifying: "pushing",
  "rolling-back": "pushing",
  testing: "testing",
  confirming: "confirming",
};

export function showStage(handle: SlotHandle, stage: Stage): void {
  const step = stepsOfStages[stage];
  if (step !== undefined) handle.show({ step });
}
