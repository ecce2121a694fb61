// What a terminal with a SIM card shows of it: bars, operator, access point, and what it says about the card.
import { useSpeech } from "../../i18n/speech.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { changeTyped, useGuide } from "./guide.ts";
import { bars, simWords } from "./typed.ts";

export function SimFields() {
  const { say } = useSpeech();
  const { typed } = useGuide();
  return (
    <>
      <div className="flex flex-col gap-1">
        <h3 className="text-14 font-medium">{say("sim.says")}</h3>
        <div>
          <Segmented
            label={say("sim.says")}
            segments={simWords.map((value) => ({ value, label: say(`sim.${value}`) }))}
            value={typed.sim}
            onChoose={(sim) => changeTyped({ sim })}
          />
        </div>
      </div>
      <div className="flex flex-col gap-1">
        <h3 className="text-14 font-medium">{say("sim.bars")}</h3>
        <div>
          <Segmented
            label={say("sim.bars")}
            segments={bars.map((value) => ({ value, label: value === "" ? say("sim.bars-unknown") : value }))}
            value={typed.bars}
            onChoose={(chosen) => changeTyped({ bars: chosen })}
          />
        </div>
      </div>
      <div className="grid grid-cols-2 gap-x-6 gap-y-4 low:gap-y-2">
        {(["apn", "operator"] as const).map((name) => (
          <TextField
            key={name}
            label={say(`sim.${name}`)}
            hint={name === "apn" ? say("sim.apn-hint") : undefined}
            name={name}
            isMono={name === "apn"}
            value={typed[name]}
            maxLength={100}
            onChange={(event) => changeTyped({ [name]: event.target.value })}
          />
        ))}
      </div>
    </>
  );
}
