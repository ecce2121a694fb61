// Which row is being corrected, if any, and that it was.
import { useRef, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RowEditor } from "./row-editor.tsx";

interface RowCorrection {
  readonly plan: string;
  readonly operator: string;
  /** The place of the row whose fields are open. */
  readonly edited: number | null;
  readonly corrected: number | null;
  /** `opener`: where the focus is again once they are closed. */
  readonly open: (place: number, opener: HTMLElement) => void;
  readonly close: (corrected: number | null) => void;
}

export function useCorrection(plan: string, operator: string, reload: () => void): RowCorrection {
  const [edited, setEdited] = useState<number | null>(null);
  const from = useRef<HTMLElement>(null);
  const [corrected, setCorrected] = useState<number | null>(null);
  const close = (place: number | null): void => {
    setEdited(null);
    from.current?.focus();
    setCorrected(place);
    if (place !== null) reload();
  };
  const open = (place: number, opener: HTMLElement): void => {
    from.current = opener;
    setEdited(place);
  };
  return { plan, operator, edited, corrected, open, close };
}

interface CorrectButtonProps {
  readonly place: number;
  readonly correction: RowCorrection;
}

export function CorrectButton({ place, correction: { edited, open, close } }: CorrectButtonProps) {
  const { say } = useSpeech();
  const isOpen = edited === place;
  return (
    <Button
      look="quiet"
      aria-expanded={isOpen}
      onClick={({ currentTarget }) => (isOpen ? close(null) : open(place, currentTarget))}
    >
      {say("bench.correct")}
    </Button>
  );
}

export function Correction({ correction }: { readonly correction: RowCorrection }) {
  const { say } = useSpeech();
  const { plan, operator, edited, corrected, close } = correction;
  if (edited !== null) return <RowEditor key={edited} plan={plan} place={edited} operator={operator} onClose={close} />;
  if (corrected === null) return null;
  return <Notice state="ok" role="status" title={say("bench.corrected", { place: corrected })} />;
}
