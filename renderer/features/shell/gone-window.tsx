// The window without its other side. Once that is gone nothing more can be loaded, so its words are with the first screen's.
import { type ReactNode, useState } from "react";
import { useSpeech } from "../../i18n/speech.tsx";
import { Button } from "../../ui/button.tsx";
import { PreferenceSwitches } from "./preference-switches.tsx";

/** `isCut`: a terminal was being written to. */
export function GoneWindow({ isCut = false }: { readonly isCut?: boolean }) {
  const { say } = useSpeech();
  return (
    <ClosedPage code="link-closed" title={say("host.stopped")} sentence={say("host.gone")}>
      {isCut && <p className="text-16">{say("host.while-writing")}</p>}
    </ClosedPage>
  );
}

interface ClosedPageProps {
  /** The failure's. */
  readonly code: string;
  readonly title: string;
  readonly sentence: string;
  readonly children?: ReactNode;
}

export function ClosedPage({ code, title, sentence, children }: ClosedPageProps) {
  const { say } = useSpeech();
  const [isStillGone, setIsStillGone] = useState(false);
  const load = async (): Promise<void> => {
    if (await canLoad()) location.reload();
    else setIsStillGone(true);
  };
  return (
    <main className="flex h-full flex-col overflow-y-auto px-8 py-5" data-failure={code}>
      <div className="flex items-center justify-between">
        <span className="text-16 font-semibold">{say("shell.name")}</span>
        <PreferenceSwitches />
      </div>
      <div className="m-auto flex w-full max-w-160 flex-col items-start gap-5 py-6" role="alert">
        <h1 className="text-28 font-semibold low:text-20">{title}</h1>
        {children}
        <p className="text-16 text-soft">{sentence}</p>
        <Button look="primary" onClick={() => void load()}>
          {say("host.reload")}
        </Button>
        {isStillGone && <p className="text-14 text-odd">{say("host.still-gone")}</p>}
      </div>
    </main>
  );
}

/** In a browser the page comes from what may have ended, and in its place there would be the browser's own words. */
async function canLoad(): Promise<boolean> {
  if (!location.protocol.startsWith("http")) return true;
  return fetch(location.pathname, { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}
