// The evidence pack: first everything that leaves is shown, then it is saved, copied or printed.
import { useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { timed } from "../wait/pace.ts";
import { TimeLeft } from "../wait/time-left.tsx";
import { useGuide, type Way } from "./guide.ts";
import { PackShapes } from "./pack-shapes.tsx";
import type { Done } from "./guide.ts";
import { layOutSheet } from "./sheet-lines.ts";

interface Shown {
  readonly of: Done["known"];
  readonly pack: Output<"pack.make">;
  readonly made: string;
}

interface TakeAlongProps {
  readonly check: Done;
  readonly way: Way;
}

export function TakeAlong({ check, way }: TakeAlongProps) {
  const speech = useSpeech();
  const { say } = speech;
  const { client } = useDesk();
  const { typed } = useGuide();
  const terminalId = way === "without" ? typed.terminalId : "";
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // What was added since has to be looked at before it leaves.
  const now = shown?.of === check.known ? shown : null;
  const [isMaking, setMaking] = useState(false);
  const show = async (): Promise<void> => {
    const moment = new Date().toISOString();
    setMaking(true);
    const asked = { ...check.known, terminalId, made: moment };
    const made = await timed("pack", "", () => client.call("pack.make", asked));
    setMaking(false);
    setFailure(made.ok ? null : made.failure);
    if (made.ok) setShown({ of: check.known, pack: made.value, made: moment });
  };
  return (
    <section
      aria-label={say("pack.title")}
      className="flex flex-col gap-3 border-t border-line pt-5"
      data-pack={now === null ? "hidden" : "shown"}
    >
      <h2 className="text-16 font-semibold">{say("pack.title")}</h2>
      <p className="max-w-[44em] text-14 text-soft">{say("pack.text")}</p>
      {failure !== null && <FailureWords failure={failure} />}
      {now === null ? (
        <div className="flex flex-wrap items-center gap-3 text-13 text-soft">
          <Button disabled={isMaking} icon={isMaking && <Spinner />} onClick={() => void show()}>
            {say("pack.show")}
          </Button>
          <TimeLeft of="pack" />
        </div>
      ) : (
        <PackShapes
          pack={now.pack}
          sheet={layOutSheet(check, speech, { way, terminalId, digest: now.pack.digest, made: now.made })}
        />
      )}
    </section>
  );
}
