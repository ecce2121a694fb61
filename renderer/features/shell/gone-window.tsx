// The window without its other side. Once that is gone nothing more can be loaded, so its words are with the first screen's.
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { PreferenceSwitches } from "./preference-switches.tsx";

export function GoneWindow() {
  const { say } = useSpeech();
  return <ClosedPage code="link-closed" title={say("host.stopped")} sentence={say("host.gone")} />;
}

interface ClosedPageProps {
  /** The failure's. */
  readonly code: string;
  readonly title: string;
  readonly sentence: string;
}

export function ClosedPage({ code, title, sentence }: ClosedPageProps) {
  const { say } = useSpeech();
  return (
    <main className="flex h-full flex-col overflow-y-auto px-8 py-5" data-failure={code}>
      <div className="flex items-center justify-between">
        <span className="text-16 font-semibold">{say("shell.name")}</span>
        <PreferenceSwitches />
      </div>
      <div className="m-auto flex w-full max-w-160 flex-col items-start gap-5 py-6" role="alert">
        <h1 className="text-28 font-semibold low:text-20">{title}</h1>
        <p className="text-16 text-soft">{sentence}</p>
        <Button look="primary" onClick={() => location.reload()}>
          {say("host.reload")}
        </Button>
      </div>
    </main>
  );
}
