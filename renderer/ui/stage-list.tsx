import { Check } from "lucide-react";

export interface StageView {
  readonly id: string;
  readonly name: string;
  readonly state: "done" | "now" | "later";
  /** The state as a word, read out. */
  readonly word: string;
}

export function StageList({ label, stages }: { readonly label: string; readonly stages: readonly StageView[] }) {
  return (
    <ol aria-label={label} className="flex flex-col gap-2 low:gap-1">
      {stages.map((stage) => (
        <li
          key={stage.id}
          data-stage={stage.id}
          aria-current={stage.state === "now" ? "step" : undefined}
          className={`flex items-center gap-3 text-14 ${stage.state === "later" ? "text-soft" : "text-ink"} ${stage.state === "now" ? "font-semibold" : ""}`}
        >
          <StageDot state={stage.state} />
          <span>{stage.name}</span>
          <span className="sr-only">{stage.word}</span>
        </li>
      ))}
    </ol>
  );
}

function StageDot({ state }: { readonly state: StageView["state"] }) {
  if (state === "done") {
    return (
      <span
        aria-hidden="true"
        className="grid size-5 place-items-center rounded-full bg-ok text-surface forced-color-adjust-none"
      >
        <Check className="size-3.5" strokeWidth={3} />
      </span>
    );
  }
  const look =
    state === "now" ? "border-accent border-t-transparent animate-[turn_0.9s_linear_infinite]" : "border-line";
  return <span aria-hidden="true" className={`size-5 rounded-full border-2 forced-color-adjust-none ${look}`} />;
}
