import type { TermId } from "../help/term-id.ts";
import { TermHelp } from "../help/term-help.tsx";

interface GroupNameProps {
  /** What `aria-labelledby` of the group points at. */
  readonly id: string;
  readonly name: string;
  readonly term: TermId;
}

/** The name of fields that belong together, with what explains it. */
export function GroupName({ id, name, term }: GroupNameProps) {
  return (
    <div className="flex items-center gap-1">
      <span id={id} className="text-14 font-medium">
        {name}
      </span>
      <TermHelp term={term} label={name} />
    </div>
  );
}
