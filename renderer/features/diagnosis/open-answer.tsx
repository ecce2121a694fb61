// A correction file that came back for a pack: its difference is looked at, then it is pushed like any plan.
import { useRef, useState } from "react";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { FailureWords } from "../connect/failure-words.tsx";
import { useDesk, useSession } from "../session/use-desk.tsx";

export function OpenAnswer() {
  const { say } = useSpeech();
  const { client, store } = useDesk();
  const { connection } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined || connection.kind !== "open") return;
    const { session } = connection;
    const planned = await client.call("pack.plan", { session, name: file.name, text: await file.text() });
    setFailure(planned.ok ? null : planned.failure);
    if (!planned.ok) return;
    const { plan, set } = planned.value;
    const request = { set, fix: false };
    store.change((state) => ({ ...state, screen: "push", push: { kind: "review", request, plan, stopped: false } }));
  };
  return (
    <section aria-label={say("pack.open-answer")} className="flex flex-col gap-3 border-t border-line pt-5">
      <p className="max-w-[44em] text-14 text-soft">{say("pack.answer-text")}</p>
      <div>
        <Button onClick={() => input.current?.click()}>{say("pack.open-answer")}</Button>
        <input
          ref={input}
          type="file"
          accept=".json"
          hidden
          aria-label={say("pack.open-answer")}
          onChange={({ target }) => {
            void open(target.files?.[0]);
            target.value = "";
          }}
        />
      </div>
      {failure !== null && (
        <div role="alert">
          <FailureWords failure={failure} />
        </div>
      )}
    </section>
  );
}
