import type { ReactNode } from "react";
import { type HopState, StateMark } from "./state-mark.tsx";

interface NoticeProps {
  readonly state: HopState;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly role?: "status" | "alert";
}

const frames: Readonly<Record<HopState, string>> = {
  ok: "border-ok bg-ok-wash",
  wrong: "border-wrong bg-wrong-wash",
  odd: "border-odd bg-odd-wash",
  unknown: "border-edge bg-surface",
  "not-needed": "border-edge bg-surface",
};

export function Notice({ state, title, children, role }: NoticeProps) {
  return (
    <div role={role} className={`flex gap-3 rounded-panel border px-4 py-3 ${frames[state]}`}>
      <StateMark state={state} className="mt-px size-5" />
      <div className="flex min-w-0 grow flex-col gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
