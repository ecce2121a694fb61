import { useMemo } from "react";
import type { Report } from "../../../electron/contract/commands.ts";
import { parseAssignment } from "../../../electron/core/settings/assignment.ts";
import type { InterfaceSettings } from "../../../electron/core/settings/network-settings.ts";
import type { Draft } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { type CheckedDrafts, checkDrafts } from "./check-draft.ts";
import { chooseMethod, openDraft } from "./draft.ts";

/** The time that one check takes, for whoever measures (performance.getEntriesByName). */
const measure = "counterpart.check-drafts";

export function useCheckedDrafts(report: Report): CheckedDrafts {
  const { drafts, typedFields } = useSession();
  return useMemo(() => {
    const start = performance.now();
    const checked = checkDrafts(report, { drafts, typedFields });
    performance.clearMeasures(measure);
    performance.measure(measure, { start });
    return checked;
  }, [report, drafts, typedFields]);
}

export interface DraftHandle {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly choose: (method: Draft["method"]) => void;
  /** Takes a correction's assignments into the form. */
  readonly take: (set: readonly string[]) => void;
}

export function useDraft(target: InterfaceSettings): DraftHandle {
  const { store } = useDesk();
  const draft = useSession().drafts[target.name] ?? openDraft(target);
  const change = (part: Partial<Draft>): void =>
    store.change((state) => ({
      ...state,
      drafts: { ...state.drafts, [target.name]: { ...(state.drafts[target.name] ?? openDraft(target)), ...part } },
    }));
  const choose = (method: Draft["method"]): void => change(chooseMethod(target, method));
  const take = (set: readonly string[]): void => {
    for (const text of set) {
      const parsed = parseAssignment(text);
      if (parsed.ok && parsed.value.interface === target.name)
        change(spreadValue(parsed.value.field, parsed.value.value));
    }
  };
  return { draft, change, choose, take };
}

function spreadValue(field: string, value: string): Partial<Draft> {
  const [address = "", prefix = ""] = value.split("/");
  switch (field) {
    case "ipv4.method":
      return value === "dhcp" ? { method: "dhcp", servers: [] } : { method: "static" };
    case "ipv4.address":
      return { method: "static", address, prefix };
    case "ipv4.gateway":
      return { gateway: value };
    default:
      return { servers: value === "" ? [] : value.split(",") };
  }
}
