import { type Ref, useId } from "react";

interface TickBoxProps {
  readonly label: string;
  readonly detail?: string;
  readonly error?: string | null;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TickBox({ label, detail, error = null, isTicked, onTick, ref }: TickBoxProps) {
  const id = useId();
  return (
    <div className="flex flex-col">
      <label className="flex min-h-target items-start gap-3 py-(--slack) text-14 font-medium">
        <input
          ref={ref}
          type="checkbox"
          checked={isTicked}
          onChange={(event) => onTick(event.target.checked)}
          aria-invalid={error !== null}
          aria-describedby={`${id}-notes`}
          className="mt-px size-5 shrink-0"
        />
        {label}
      </label>
      <div id={`${id}-notes`} className="-mt-(--slack) flex flex-col pb-1 pl-8 empty:hidden">
        {detail !== undefined && <p className="text-13 text-soft low:hidden">{detail}</p>}
        {error !== null && (
          <p role="alert" className="text-13 font-medium text-wrong">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
