// Where a serial number is scanned or typed. A scanner is heard all over the wall; here is said what became of it.
import { ScanBarcode } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import type { Slot } from "../../../electron/contract/provisioning.ts";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import { type Speech, useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { nameSlot } from "./describe-card.ts";
import type { Scan } from "./use-scan.ts";

interface ScanBoxProps {
  readonly scan: Scan;
  readonly cards: readonly Slot[];
}

export function ScanBox({ scan, cards }: ScanBoxProps) {
  const speech = useSpeech();
  const { say } = speech;
  const [typed, setTyped] = useState("");
  const use = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (typed.trim() === "") return;
    void scan.use(typed.trim());
    setTyped("");
  };
  const isWrong = scan.last?.failure != null;
  return (
    <form
      className="flex min-w-0 grow basis-96 flex-wrap items-end gap-x-3 gap-y-1"
      onSubmit={use}
      data-scan={scan.held ?? ""}
    >
      <TextField
        label={say("bench.scan")}
        isLabelHidden
        placeholder={say("bench.scan")}
        name="scan"
        isMono
        className="w-72 max-w-full low:w-56"
        value={typed}
        maxLength={256}
        after={<ScanBarcode aria-hidden="true" className="mr-3 size-5 self-center text-soft" />}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" className="low:disabled:hidden" disabled={typed.trim() === ""}>
        {say("bench.scan-do")}
      </Button>
      <p
        role="status"
        className={`min-w-52 grow basis-52 self-center ${isWrong || scan.held !== null ? "text-16 font-semibold" : "text-14 text-soft low:text-13"} ${isWrong ? "text-wrong" : ""}`}
      >
        {sayScan(scan, cards, speech)}
      </p>
    </form>
  );
}

function sayScan({ last, held }: Scan, cards: readonly Slot[], { say, language }: Speech): string {
  if (held !== null) return say("bench.scan-which", { text: held });
  if (last === null) return say("bench.scan-hint");
  if (last.failure !== null) return `${last.text}: ${describeFailure(last.failure, language).sentence}`;
  const card = cards.find(({ slot }) => slot === last.answer?.slot);
  const slot = card === undefined ? (last.answer?.slot ?? "") : nameSlot(card);
  const place = last.answer?.place ?? null;
  return place === null
    ? say("bench.scan-free", { text: last.text, slot })
    : say("bench.scan-row", { text: last.text, slot, place });
}
