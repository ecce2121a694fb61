// A pack that somebody sent -> what it shows -> the correction file that goes back. No terminal hangs here, and nothing is sent.
import "../../i18n/late-words.ts";
import { useRef, useState } from "react";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { printMoment } from "../../i18n/print-moment.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Headline } from "../../ui/headline.tsx";
import { PathPicture } from "../../ui/path-picture.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { useDesk } from "../session/use-desk.tsx";
import { useHanded } from "../shell/handed-file.ts";
import { CauseList } from "./cause-list.tsx";
import { listNumbers } from "./list-numbers.ts";
import { FileTexts } from "./pack-entries.tsx";
import { PackAnswer, type SentPack } from "./pack-answer.tsx";
import { writeBase64 } from "./save-file.ts";
import { sayCause } from "./sentence.ts";
import { drawStages } from "./stage-path.ts";

export function PackDesk() {
  const { say } = useSpeech();
  const { client } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<SentPack | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const zip = await writeBase64(file);
    const opened = await client.call("pack.open", { name: file.name, zip });
    setFailure(opened.ok ? null : opened.failure);
    setSent(opened.ok ? { name: file.name, zip, opened: opened.value } : null);
  };
  useHanded("pack", (file) => {
    if (file.ok) void open(file.value);
    else setFailure(file.failure);
  });
  return (
    <div className="flex flex-col gap-6 low:gap-3" data-why="pack" data-pack-opened={sent !== null}>
      {sent === null && (
        <>
          <Headline about="pack">{say("packdesk.title")}</Headline>
          <p className="max-w-[44em] text-16 text-soft">{say("packdesk.text")}</p>
        </>
      )}
      {failure !== null && (
        <div role="alert">
          <FailureWords failure={failure} />
        </div>
      )}
      {sent !== null && <OpenedPack key={sent.zip} sent={sent} />}
      <div>
        <Button look={sent === null ? "primary" : "plain"} onClick={() => input.current?.click()}>
          {say(sent === null ? "packdesk.open" : "packdesk.another")}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".zip,.counterpart-pack"
          hidden
          aria-label={say("packdesk.open")}
          onChange={({ target }) => {
            void open(target.files?.[0]);
            target.value = "";
          }}
        />
      </div>
    </div>
  );
}

function OpenedPack({ sent }: { readonly sent: SentPack }) {
  const speech = useSpeech();
  const { say, language } = speech;
  const { made, terminal, known, reasoned, files } = sent.opened;
  const { hops, broken } = drawStages(reasoned.stages, say);
  const numbers = listNumbers(known, terminal.terminalId ?? "");
  return (
    <>
      <div className="flex flex-col gap-2">
        <Headline about={sent.name}>{sayCause(reasoned, speech)}</Headline>
        <p className="flex flex-wrap gap-x-5 text-14 text-soft">
          <span>{say("packdesk.made", { when: printMoment(made, language) })}</span>
          {numbers.map(({ name, value }) => (
            <span key={name}>
              {say(`why.number-${name}`)} <span className="font-mono text-ink select-all">{value}</span>
            </span>
          ))}
        </p>
      </div>
      {reasoned.stages.length > 0 && <PathPicture title={say("path.title")} hops={hops} broken={broken} />}
      <PackAnswer sent={sent} />
      <CauseList reasoned={reasoned} />
      <section aria-label={say("packdesk.files")} className="flex flex-col gap-2">
        <h2 className="text-16 font-semibold">{say("packdesk.files")}</h2>
        <FileTexts files={files} />
      </section>
    </>
  );
}
