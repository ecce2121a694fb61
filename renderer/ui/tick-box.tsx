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
      <label className="flex min-h-target items-center gap-3 text-14 font-medium">
        <input
          ref={ref}
          type="checkbox"
          checked={isTicked}
          onChange={(event) => onTick(event.target.checked)}
          aria-invalid={error !== null}
          aria-describedby={`${id}-notes`}
          className="size-5 shrink-0"
        />
        {label}
      </label>
      <div id={`${id}-notes`} className="-mt-2 flex flex-col pl-8 empty:hidden">
        {detail !== undefined && <p className="text-13 text-soft">{detail}</p>}
        {error !== null && (
          <p role="alert" className="text-13 font-medium text-wrong">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
