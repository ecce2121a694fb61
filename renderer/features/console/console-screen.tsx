// The raw console: a port of its own to type to, or a look at what a session says on its line.
import { Download } from "lucide-react";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import { describeFailure } from "../../i18n/failures/describe-failure.ts";
import "../../i18n/late-words.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { saveText } from "../logs/save-text.ts";
import { disconnect } from "../session/connect.ts";
import { isWriting } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";
import { ConsoleTap, type Pane } from "./console-tap.ts";
import { PortChoice } from "./port-choice.tsx";
import { TerminalPane } from "./terminal-pane.tsx";

export function ConsoleScreen() {
  const { say } = useSpeech();
  const { choice } = useSession();
  const [{ baudRate: preferred }] = usePreferences();
  const [port, setPort] = useState(choice?.port ?? "");
  const [baudRate, setBaudRate] = useState(choice?.baudRate ?? preferred);
  const desk = useDesk();
  const [tap] = useState(() => new ConsoleTap(desk));
  const state = useSyncExternalStore(tap.store.watch, tap.store.read);
  useEffect(() => () => tap.close(), [tap]);
  const open = (): void => void tap.open(port, baudRate);
  const onReady = useCallback((pane: Pane | null) => tap.show(pane), [tap]);
  const isOpen = state.kind === "open";
  return (
    <div className="flex h-full flex-col gap-3 px-8 pt-6 pb-4 narrow:px-5 low:gap-2 low:pt-3 low:pb-2">
      <h1 className="sr-only">{say("console.title")}</h1>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2 narrow:gap-x-2">
        <PortChoice port={port} onPort={setPort} baudRate={baudRate} onBaudRate={setBaudRate} isFixed={isOpen} />
        {isOpen ? (
          <Button onClick={() => tap.close()}>{say("console.stop")}</Button>
        ) : (
          <Button look="primary" disabled={port === "" || state.kind === "opening"} onClick={open}>
            {say("console.start")}
          </Button>
        )}
        <Button
          icon={<Download aria-hidden="true" className="size-4 narrow:hidden" />}
          disabled={!state.hasRecording}
          onClick={() => saveText("console.txt", tap.recording.print())}
        >
          {say("console.save")}
        </Button>
      </div>
      {state.failure !== null && <Trouble failure={state.failure} />}
      <Standing
        isOpen={isOpen}
        isTyping={isOpen && state.typing}
        skipped={state.skipped}
        isSilent={!state.hasRecording}
        onTake={open}
      />
      <TerminalPane
        label={say("console.screen")}
        isTyping={isOpen && state.typing}
        onData={(text) => void tap.type(text)}
        onReady={onReady}
      />
    </div>
  );
}

function Trouble({ failure }: { readonly failure: Failure }) {
  const { language } = useSpeech();
  const { title, sentence } = describeFailure(failure, language);
  return (
    <Notice state="wrong" role="alert" title={title}>
      <p>{sentence}</p>
    </Notice>
  );
}

interface StandingProps {
  readonly isOpen: boolean;
  readonly isTyping: boolean;
  readonly skipped: number;
  /** Nothing was said on the line yet. */
  readonly isSilent: boolean;
  readonly onTake: () => void;
}

/** Who has the line, in words. */
function Standing({ isOpen, isTyping, skipped, isSilent, onTake }: StandingProps) {
  const { say } = useSpeech();
  const desk = useDesk();
  const session = useSession();
  const watching = isWriting(session) ? "console.pushing" : "console.watching";
  const take = async (): Promise<void> => {
    await disconnect(desk);
    desk.store.change((state) => ({ ...state, screen: "console" }));
    onTake();
  };
  return (
    <div
      className="flex flex-wrap items-center gap-x-4 text-13 text-soft"
      role="status"
      data-console={isTyping ? "typing" : isOpen ? "watching" : "closed"}
    >
      <p>{say(isTyping ? "console.typing" : isOpen ? watching : "console.closed")}</p>
      {isOpen && isSilent && <p>{say("console.silent")}</p>}
      {skipped > 0 && <p>{say("console.skipped", { count: skipped })}</p>}
      {isOpen && !isTyping && !isWriting(session) && (
        <Button look="quiet" className="text-13" onClick={() => void take()}>
          {say("console.take")}
        </Button>
      )}
    </div>
  );
}
