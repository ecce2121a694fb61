import { type InputHTMLAttributes, type ReactNode, useId } from "react";

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly isMono?: boolean;
  /** Beside the input, in the same frame. */
  readonly after?: ReactNode;
  readonly isLabelHidden?: boolean;
  /** Beside the label: what explains it. */
  readonly help?: ReactNode;
}

export const inputFrame =
  "rounded-control border bg-surface focus-within:border-accent focus-within:outline-2 focus-within:outline-accent focus-within:-outline-offset-1";

export function TextField({
  label,
  hint,
  error,
  isMono = false,
  after,
  isLabelHidden = false,
  help,
  className = "",
  ...rest
}: TextFieldProps) {
  const id = useId();
  const isWrong = error !== undefined && error !== null;
  const notes = [isWrong ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <div className={isLabelHidden ? "contents" : "flex items-center gap-1"}>
        <label htmlFor={id} className={isLabelHidden ? "sr-only" : "text-14 font-medium"}>
          {label}
        </label>
        {help}
      </div>
      <div className={`flex min-h-target items-stretch ${inputFrame} ${isWrong ? "border-wrong" : "border-edge"}`}>
        <input
          id={id}
          className={`min-w-0 grow bg-transparent px-3 py-1 text-14 outline-none placeholder:text-soft disabled:text-soft ${isMono ? "font-mono" : ""}`}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isWrong}
          {...(notes === "" ? {} : { "aria-describedby": notes })}
          {...rest}
        />
        {after}
      </div>
      {hint && (
        <div id={`${id}-hint`} className="text-13 text-pretty text-soft">
          {hint}
        </div>
      )}
      {isWrong && (
        <div id={`${id}-error`} className="text-13 text-wrong">
          {error}
        </div>
      )}
    </div>
  );
}
