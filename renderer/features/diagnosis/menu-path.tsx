// Where the values are keyed in: for a model whose menu is documented exactly there, else in words.
import { useEffect, useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { fillPlaces } from "../../i18n/translate.ts";
import { useDesk } from "../session/use-desk.tsx";
import { useGuide } from "./guide.ts";
import { listMenuValues } from "./menu-values.ts";

type Menu = Output<"diagnosis.menus">["menus"][number];

const other = "other";

export function MenuPath({ set }: { readonly set: readonly string[] }) {
  const { say, tell } = useSpeech();
  const menus = useMenus();
  const [chosen, setChosen] = useState(other);
  const menu = menus.find(({ id }) => id === chosen);
  return (
    <div className="flex flex-col gap-2">
      <label className="flex flex-wrap items-center gap-3 text-14">
        <span className="font-medium">{say("menu.model")}</span>
        <select
          name="model"
          value={chosen}
          className="min-h-target rounded-control border border-edge bg-surface px-3 text-14"
          onChange={({ target }) => setChosen(target.value)}
        >
          <option value={other}>{say("menu.other")}</option>
          {menus.map(({ id, name }) => (
            <option key={id} value={id}>
              {tell(name)}
            </option>
          ))}
        </select>
      </label>
      {menu === undefined ? (
        <p className="text-14">{say("without.key-in-text")}</p>
      ) : (
        <Documented menu={menu} set={set} />
      )}
    </div>
  );
}

function Documented({ menu, set }: { readonly menu: Menu; readonly set: readonly string[] }) {
  const { say, tell } = useSpeech();
  const { typed } = useGuide();
  const values = listMenuValues(set, typed);
  const fields = set.map((text) => /^[^.]+\.([^=]+)=/.exec(text)?.[1] ?? "");
  const places = menu.places.filter((place) => place.fields.some((field) => fields.includes(field)));
  if (places.length === 0) return <p className="text-14">{say("without.key-in-text")}</p>;
  return (
    <section aria-label={say("menu.title")} className="flex flex-col gap-1" data-menu={menu.id}>
      <ol className="flex list-decimal flex-col gap-1 pl-6 text-14">
        {[...places.map(({ where }) => where), menu.finish].map((text) => (
          <li key={text.en} className="select-all">
            {fillPlaces(tell(text), values)}
          </li>
        ))}
      </ol>
      <p className="text-13 text-soft">{say("menu.source", { source: menu.source })}</p>
    </section>
  );
}

function useMenus(): readonly Menu[] {
  const { client } = useDesk();
  const [menus, setMenus] = useState<readonly Menu[]>([]);
  useEffect(() => {
    let isLeft = false;
    void client.call("diagnosis.menus", {}).then((asked) => {
      if (!isLeft && asked.ok) setMenus(asked.value.menus);
    });
    return () => {
      isLeft = true;
    };
  }, [client]);
  return menus;
}
