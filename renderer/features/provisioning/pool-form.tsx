// Where rows without an address get one.
import { type SyntheticEvent, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { emptyPool, readPool, type TypedPool } from "./read-pool.ts";
import type { Pools } from "./use-sheet.ts";

const fields = ["site", "subnet", "ranges", "exclude", "gateway", "dns"] as const;

export function PoolForm({ onPour }: { readonly onPour: (pools: Pools) => void }) {
  const { say } = useSpeech();
  const [pools, setPools] = useState<readonly TypedPool[]>([emptyPool]);
  const filled = pools.filter(({ subnet }) => subnet.trim() !== "");
  const pour = (event: SyntheticEvent): void => {
    event.preventDefault();
    onPour(filled.map(readPool));
  };
  return (
    <Disclosure title={say("bench.pools")}>
      <form className="flex flex-col gap-4" onSubmit={pour}>
        <p className="text-14 text-soft">{say("bench.pools-text")}</p>
        {pools.map((pool, at) => (
          <fieldset key={at} className="flex flex-col gap-2 rounded-panel border border-line p-4">
            <div className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-x-5 gap-y-3">
              {fields.map((field) => (
                <TextField
                  key={field}
                  name={`pool-${field}`}
                  label={say(`bench.pool-${field}`)}
                  isMono={field !== "site"}
                  value={pool[field]}
                  maxLength={1024}
                  onChange={({ target }) =>
                    setPools(pools.map((one, place) => (place === at ? { ...one, [field]: target.value } : one)))
                  }
                />
              ))}
            </div>
            {pools.length > 1 && (
              <div>
                <Button look="quiet" onClick={() => setPools(pools.filter((_, place) => place !== at))}>
                  {say("bench.pool-remove")}
                </Button>
              </div>
            )}
          </fieldset>
        ))}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" disabled={filled.length === 0}>
            {say("bench.pool-apply")}
          </Button>
          <Button look="quiet" onClick={() => setPools([...pools, emptyPool])}>
            {say("bench.pool-add")}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
