import { useSpeech } from "../../i18n/speech.tsx";

interface PlanChoiceProps {
  readonly plans: readonly { readonly plan: string; readonly name: string }[];
  readonly chosen: string;
  readonly onChoose: (plan: string) => void;
}

export function PlanChoice({ plans, chosen, onChoose }: PlanChoiceProps) {
  const { say } = useSpeech();
  return (
    <label className="flex w-72 max-w-full flex-col gap-1 text-14 font-medium">
      {say("bench.which-plan")}
      <select
        name="plan"
        value={chosen}
        className="min-h-target rounded-control border border-edge bg-surface px-3 text-14 font-normal"
        onChange={({ target }) => onChoose(target.value)}
      >
        {plans.map(({ plan, name }) => (
          <option key={plan} value={plan}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
