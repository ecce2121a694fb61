import type { SignedIn } from "../../../electron/contract/history.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { keepSignedIn } from "../session/settle-push.ts";
import { useDesk } from "../session/use-desk.tsx";

/** The last step is the person's: only the acquirer's answer shows that payments work. */
export function SignInStep({ signedIn }: { readonly signedIn: SignedIn | null }) {
  const { say } = useSpeech();
  const desk = useDesk();
  return (
    <section
      aria-label={say("signin.title")}
      className="flex flex-col gap-2 rounded-panel border border-line bg-surface px-5 py-4"
      data-signed-in={signedIn ?? "open"}
    >
      <h2 className="flex items-center gap-2 text-16 font-semibold">
        {signedIn !== null && <StateMark state={signedIn === "ok" ? "ok" : "wrong"} />}
        {say("signin.title")}
      </h2>
      {signedIn === null && (
        <>
          <p className="text-14 text-soft">{say("signin.ask")}</p>
          <div className="flex flex-wrap gap-3 pt-1">
            <Button onClick={() => void keepSignedIn(desk, "ok")}>{say("signin.ok")}</Button>
            <Button onClick={() => void keepSignedIn(desk, "failed")}>{say("signin.failed")}</Button>
          </div>
        </>
      )}
      {signedIn === "ok" && <p className="text-14">{say("signin.was-ok")}</p>}
      {signedIn === "failed" && <WhatNext />}
    </section>
  );
}

function WhatNext() {
  const { say } = useSpeech();
  const desk = useDesk();
  return (
    <div className="flex flex-col gap-2" role="status">
      <p className="text-14">{say("signin.was-failed")}</p>
      <ol className="flex list-decimal flex-col gap-1 pl-5 text-14">
        <li>{say("signin.next-code")}</li>
        <li>{say("signin.next-host")}</li>
        <li>{say("signin.next-numbers")}</li>
        <li>{say("signin.next-logs")}</li>
      </ol>
      <div className="flex flex-wrap gap-3 pt-1">
        <Button look="primary" onClick={() => desk.store.change((state) => ({ ...state, screen: "why" }))}>
          {say("why.ask")}
        </Button>
        <Button onClick={() => desk.store.change((state) => ({ ...state, screen: "logs" }))}>
          {say("signin.to-logs")}
        </Button>
      </div>
    </div>
  );
}
