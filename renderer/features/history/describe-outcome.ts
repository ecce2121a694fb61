import type { HistoryEntry } from "../../../electron/contract/history.ts";
import type { HopState } from "../../ui/state-mark.tsx";

interface DescribedOutcome {
  readonly state: HopState;
  readonly word: `history.${"confirmed" | "unchanged" | "rolled-back" | "refused" | "accepted" | "unfinished"}`;
}

/** Without an outcome it is under way or was cut off; `unknown` was closed by a person. */
export function describeOutcome({ outcome }: Pick<HistoryEntry, "outcome">): DescribedOutcome {
  switch (outcome) {
    case "confirmed":
    case "unchanged":
      return { state: "ok", word: `history.${outcome}` };
    case "rolled-back":
      return { state: "odd", word: "history.rolled-back" };
    case "refused":
      return { state: "wrong", word: "history.refused" };
    case "unknown":
      return { state: "unknown", word: "history.accepted" };
    case null:
      return { state: "unknown", word: "history.unfinished" };
  }
}
