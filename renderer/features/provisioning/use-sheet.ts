// The sheet that is looked at: sent once, checked anew with every other mapping or pool.
import { useRef, useState } from "react";
import type { Asked, Output } from "../../../electron/contract/commands.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useDesk } from "../session/use-desk.tsx";
import { timed } from "../wait/pace.ts";
import { sendSheet } from "./send-sheet.ts";

export type Draft = Output<"provisioning.import">;
export type Mapping = NonNullable<Asked<"provisioning.import">["mapping"]>;
export type Pools = NonNullable<Asked<"provisioning.import">["pools"]>;

interface Sheet {
  readonly upload: string;
  readonly name: string;
  readonly mapping: Mapping;
  readonly pools: Pools;
}

export interface SheetDesk {
  readonly draft: Draft | null;
  readonly upload: string | null;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly take: (file: File) => Promise<void>;
  /** There is no file after all. */
  readonly refuse: (failure: Failure) => void;
  readonly map: (mapping: Mapping) => Promise<void>;
  readonly pour: (pools: Pools) => Promise<void>;
  readonly drop: () => void;
}

export function useSheet(): SheetDesk {
  const { client } = useDesk();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  // An answer about a sheet that was put away meanwhile, or about what it was before, is not shown.
  const latest = useRef(0);
  const check = async (next: Sheet): Promise<void> => {
    const round = ++latest.current;
    setBusy(true);
    const checked = await timed("sheet", "checked", () => client.call("provisioning.import", next));
    if (round !== latest.current) return;
    setBusy(false);
    setFailure(checked.ok ? null : checked.failure);
    if (!checked.ok) return;
    setSheet(next);
    setDraft(checked.value);
  };
  const take = async (file: File): Promise<void> => {
    const round = ++latest.current;
    setBusy(true);
    const sent = await timed("sheet", "sent", () => sendSheet(client, file));
    if (round !== latest.current) return;
    if (sent.ok) return check({ upload: sent.value, name: file.name, mapping: {}, pools: [] });
    setBusy(false);
    setFailure(sent.failure);
  };
  return {
    draft,
    upload: sheet?.upload ?? null,
    isBusy,
    failure,
    take,
    refuse: setFailure,
    map: async (mapping) => {
      if (sheet !== null) await check({ ...sheet, mapping: { ...sheet.mapping, ...mapping } });
    },
    pour: async (pools) => {
      if (sheet !== null) await check({ ...sheet, pools });
    },
    drop: () => {
      latest.current++;
      setBusy(false);
      setSheet(null);
      setDraft(null);
      setFailure(null);
    },
  };
}
