// Where nobody is recognised: the descriptions there are, what each can send, and the question whether one's own may.
import "../../i18n/late-words.ts";
import { useEffect, useState } from "react";
import type { Output } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { connect } from "../session/connect.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";

type Description = Output<"descriptions.list">["descriptions"][number];

/** `isWanted`: choosing one is what to do now; else it stands back, unless somebody has written one. */
export function DescriptionPanel({ isWanted = false }: { readonly isWanted?: boolean }) {
  const { say } = useSpeech();
  const desk = useDesk();
  const [list, setList] = useState<readonly Description[]>([]);
  useEffect(() => {
    let isHere = true;
    void desk.client.call("descriptions.list", {}).then((listed) => {
      if (isHere && listed.ok) setList(listed.value.descriptions);
    });
    return () => {
      isHere = false;
    };
  }, [desk]);
  if (list.length === 0) return null;
  const isOpen = isWanted || list.some(({ shipped }) => !shipped);
  return (
    <section aria-label={say("description.title")} data-descriptions="">
      <Disclosure title={say("description.title")} isOpen={isOpen}>
        <div className="flex flex-col gap-3 pt-1">
          <p className="max-w-[44em] text-14 text-soft">{say("description.why")}</p>
          <ul className="flex flex-col gap-2">
            {list.map((description) => (
              <DescriptionRow key={description.file} description={description} />
            ))}
          </ul>
        </div>
      </Disclosure>
    </section>
  );
}

function DescriptionRow({ description }: { readonly description: Description }) {
  const { say, language } = useSpeech();
  const desk = useDesk();
  const { choice } = useSession();
  const { file, digest, shipped, accepted, name, commands } = description;
  const shown = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  const use = async (): Promise<void> => {
    if (choice === null) return;
    // By the digest of what is shown here: a file that has changed since is refused, and shown anew.
    if (!accepted) await desk.client.call("descriptions.accept", { file, digest });
    await connect(desk, { ...choice, profile: file });
  };
  if (name === null) return <li className="text-14 text-soft">{say("description.broken", { file: shown })}</li>;
  return (
    <li className="flex flex-col gap-1 rounded-control border border-edge p-3" data-description={shown}>
      <span className="text-14 font-medium">{name[language]}</span>
      <span className="text-13 text-soft">
        {say(shipped ? "description.shipped" : "description.own", { file: shown })}
      </span>
      <details open={!accepted} className="text-13">
        <summary>{say("description.commands", { count: commands.length })}</summary>
        <ul className="pl-4 font-mono">
          {commands.map(({ purpose, text }) => (
            <li key={`${purpose} ${text}`}>
              {say(purposes[purpose])}: {text}
            </li>
          ))}
        </ul>
      </details>
      <div>
        <Button onClick={() => void use()}>{say(accepted ? "description.use" : "description.accept")}</Button>
      </div>
    </li>
  );
}

const purposes = {
  read: "description.read",
  set: "description.set",
  save: "description.save",
  restart: "description.restart",
  logs: "description.logs",
  leave: "description.leave",
} as const;
