import { useSpeech } from "../../i18n/speech.tsx";
import { type RulerPin, SubnetRuler } from "../../ui/subnet-ruler.tsx";
import type { Draft } from "../session/session-state.ts";
import { type Pin, placeOnRuler } from "./place-on-ruler.ts";

export function DraftRuler({ draft }: { readonly draft: Draft }) {
  const { say } = useSpeech();
  const ruler = placeOnRuler(draft);
  if (ruler === null) return <p className="pb-2 text-13 text-soft">{say("ruler.none")}</p>;
  const { network, first, last, broadcast } = ruler;
  const size = say("ruler.size", { count: ruler.hosts });
  const show = (pins: readonly Pin[], place: number): readonly RulerPin[] => {
    const [pin] = pins;
    if (pin === undefined) return [];
    const name = pins.map((one) => say(`ruler.${one.kind}`)).join(" · ");
    const isInside = pin.side === "inside";
    return [
      {
        ...pin,
        key: `${place}`,
        name,
        tone: pin.kind,
        outside: isInside ? null : say("ruler.outside-word"),
        // A name server may well be elsewhere; a router may not.
        isWrong: !isInside && pins.some((one) => one.kind !== "server"),
        spoken: say(isInside ? "ruler.inside" : "ruler.outside", { name, address: pin.address }),
      },
    ];
  };
  return (
    <SubnetRuler
      title={`${say("ruler.title")} · ${size}`}
      summary={say("ruler.summary", { network, first, last })}
      first={{ name: say("ruler.network"), address: network }}
      last={{ name: say("ruler.broadcast"), address: broadcast }}
      pins={groupByAddress(ruler.pins).flatMap(show)}
    />
  );
}

/** One pin for an address that is both: in a shop the router is mostly the name server too. */
function groupByAddress(pins: readonly Pin[]): readonly (readonly Pin[])[] {
  return Object.values(Object.groupBy(pins, (pin) => pin.address)).map((group) => group ?? []);
}
