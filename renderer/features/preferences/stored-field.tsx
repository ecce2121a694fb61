import { useState } from "react";
import { TextField } from "../../ui/text-field.tsx";

interface StoredFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** What is wrong with a text; null: it can be stored. */
  readonly check?: (text: string) => string | null;
  /** Called when the field is left or Enter is pressed, with a text that is another one. */
  readonly onStore: (text: string) => void;
  readonly isMono?: boolean;
  readonly className?: string;
}

/** A text that is stored as soon as it has been typed to its end. */
export function StoredField({ value, check, onStore, ...rest }: StoredFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const error = typed === null ? null : (check?.(typed.trim()) ?? null);
  const store = (): void => {
    if (typed === null || error !== null) return;
    setTyped(null);
    if (typed.trim() !== value) onStore(typed.trim());
  };
  return (
    <TextField
      {...rest}
      error={error}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={store}
      onKeyDown={(event) => {
        if (event.key === "Enter") store();
      }}
    />
  );
}
