import { useEffect, useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import { useDesk } from "../session/use-desk.tsx";

export type Card = Output<"diagnosis.cards">["cards"][number];

/** Empty until they have come. */
export function useCards(): readonly Card[] {
  const { client } = useDesk();
  const [cards, setCards] = useState<readonly Card[]>([]);
  useEffect(() => {
    let isLeft = false;
    void client.call("diagnosis.cards", {}).then((asked) => {
      if (!isLeft && asked.ok) setCards(asked.value.cards);
    });
    return () => {
      isLeft = true;
    };
  }, [client]);
  return cards;
}
