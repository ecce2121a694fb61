// What a scanner read: for the chosen card, else for the only one that waits; else it is held until a card is chosen.
import { useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useDesk } from "../session/use-desk.tsx";

export interface Scanned {
  readonly text: string;
  readonly answer: Output<"provisioning.scan"> | null;
  readonly failure: Failure | null;
}

export interface Scan {
  readonly last: Scanned | null;
  /** Scanned, and it is not clear for which slot. */
  readonly held: string | null;
  readonly use: (text: string, slot?: string) => Promise<void>;
}

/** `onUsed`: the next scan is for another terminal. */
export function useScan(chosen: string | null, onUsed: () => void): Scan {
  const { client } = useDesk();
  const [last, setLast] = useState<Scanned | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const use = async (text: string, slot?: string): Promise<void> => {
    const where = slot ?? chosen;
    const scanned = await client.call("provisioning.scan", { text, slot: where });
    const isUnclear = !scanned.ok && scanned.failure.code === "slot-unknown" && where === null;
    setHeld(isUnclear ? text : null);
    if (isUnclear) {
      setLast(null);
      return;
    }
    setLast({
      text,
      answer: scanned.ok ? scanned.value : null,
      failure: scanned.ok ? scanned.value.failure : scanned.failure,
    });
    if (scanned.ok) onUsed();
  };
  return { last, held, use };
}
