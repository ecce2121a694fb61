// Which row is being corrected, if any, and that it was.
import { useState } from "react";
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
  readonly open: (place: number | null) => void;
  readonly close: (corrected: number | null) => void;
}

export function useCorrection(plan: string, operator: string, reload: () => void): RowCorrection {
  const [edited, open] = useState<number | null>(null);
  const [corrected, setCorrected] = useState<number | null>(null);
  const close = (place: number | null): void => {
    open(null);
    setCorrected(place);
    if (place !== null) reload();
  };
  return { plan, operator, edited, corrected, open, close };
}

interface CorrectButtonProps {
  readonly place: number;
  readonly correction: RowCorrection;
}

export function CorrectButton({ place, correction: { edited, open } }: CorrectButtonProps) {
  const { say } = useSpeech();
  const isOpen = edited === place;
  return (
    <Button look="quiet" aria-expanded={isOpen} onClick={() => open(isOpen ? null : place)}>
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
