import { useSpeech } from "../../i18n/speech.tsx";
import type { TermId } from "./term-id.ts";
import { terms } from "./terms.ts";

export function TermText({ term }: { readonly term: TermId }) {
  const { tell } = useSpeech();
  const { name, text } = terms[term];
  return (
    <div className="flex flex-col gap-1.5" data-term-text={term}>
      <p className="font-semibold">{tell(name)}</p>
      <p>{tell(text)}</p>
    </div>
  );
}
