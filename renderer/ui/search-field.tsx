import { Search } from "lucide-react";
import { TextField } from "./text-field.tsx";

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly className?: string;
}

/** What a list is searched with: its label stands in it. */
export function SearchField({ label, value, onType, className = "min-w-40 grow basis-60" }: SearchFieldProps) {
  return (
    <TextField
      label={label}
      isLabelHidden
      type="search"
      className={className}
      placeholder={label}
      value={value}
      maxLength={200}
      onChange={(event) => onType(event.target.value)}
      after={<Search aria-hidden="true" className="mr-3 size-4 self-center text-soft" />}
    />
  );
}
