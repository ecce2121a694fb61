import { useSpeech } from "../../i18n/speech.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TickBox } from "../../ui/tick-box.tsx";
import { useSession } from "../session/use-desk.tsx";
import type { StartTerms } from "./start-terms.ts";

interface PortsChoiceProps {
  readonly terms: Pick<StartTerms, "isAll" | "ports" | "morePorts">;
  readonly isMissing: boolean;
  readonly onChange: (part: Partial<StartTerms>) => void;
}

export function PortsChoice({ terms: { isAll, ports, morePorts }, isMissing, onChange }: PortsChoiceProps) {
  const { say, tell } = useSpeech();
  const listed = useSession().ports.list ?? [];
  const tick = (path: string, isTicked: boolean): void =>
    onChange({ ports: isTicked ? [...ports, path] : ports.filter((one) => one !== path) });
  return (
    <fieldset className="flex flex-col items-start gap-2">
      <legend className="mb-1 text-14 font-medium">{say("bench.which-ports")}</legend>
      <Segmented
        label={say("bench.which-ports")}
        value={isAll ? "all" : "some"}
        onChoose={(value) => onChange({ isAll: value === "all" })}
        segments={[
          { value: "all", label: say("bench.ports-all") },
          { value: "some", label: say("bench.ports-some") },
        ]}
      />
      {isAll ? (
        <p className="text-13 text-soft">{say("bench.ports-all-text")}</p>
      ) : (
        <>
          <div className="grid w-full grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-x-5">
            {listed.map(({ path, label, product }) => (
              <TickBox
                key={path}
                label={path}
                detail={label === null ? (product ?? "") : tell(label)}
                isTicked={ports.includes(path)}
                onTick={(isTicked) => tick(path, isTicked)}
              />
            ))}
          </div>
          <TextField
            label={say("bench.ports-more")}
            name="more-ports"
            isMono
            className="w-120 max-w-full"
            value={morePorts}
            maxLength={4096}
            error={isMissing ? say("bench.ports-needed") : null}
            onChange={(event) => onChange({ morePorts: event.target.value })}
          />
        </>
      )}
    </fieldset>
  );
}
