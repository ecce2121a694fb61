// The left column: what this computer could talk to, each with one state.
import type { ListedPort } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { findPracticePort } from "../guide/begin-guide.ts";
import { isWriting, type SessionState } from "../session/session-state.ts";
import { useDesk, useSession } from "../session/use-desk.tsx";
import { usePreferences } from "../shell/use-preferences.tsx";
import { chooseRate } from "./baud-rates.ts";
import { choosePort } from "./choose-port.ts";
import { OtherPort } from "./other-port.tsx";
import { findRowState, PortRow } from "./port-row.tsx";

export function PortsPanel() {
  const { say } = useSpeech();
  const session = useSession();
  const { list, failure } = session.ports;
  const serial = (list ?? []).filter((port) => port.kind === "serial");
  const demo = (list ?? []).filter((port) => port.kind === "demo");
  const typed = findTypedRow(session);
  return (
    <nav
      aria-label={say("ports.title")}
      className="relative flex min-h-0 flex-col gap-5 overflow-y-auto px-3 pt-4 pb-6 low:gap-3 low:pt-2"
    >
      <section aria-label={say("ports.on-this-computer")} className="flex flex-col gap-1">
        <h2 className="px-3 text-13 font-medium text-soft">{say("ports.on-this-computer")}</h2>
        {failure !== null && <PortsFailure />}
        {list === null && failure === null && <p className="px-3 py-2 text-13 text-soft">{say("ports.listing")}</p>}
        {list !== null && serial.length === 0 && typed === null && (
          <p className="px-3 py-2 text-13 text-soft">{say("ports.none")}</p>
        )}
        <Rows ports={typed === null ? serial : [...serial, typed]} session={session} />
      </section>
      {demo.length > 0 && <Demos demos={demo} session={session} />}
      <OtherPort />
    </nav>
  );
}

/** The one that is broken shows what Counterpart is for; the others stand back, for people with a terminal of their own. */
function Demos({ demos, session }: { readonly demos: readonly ListedPort[]; readonly session: SessionState }) {
  const { say } = useSpeech();
  const first = findPracticePort(demos);
  const others = demos.filter((port) => port !== first);
  const isOpen = others.some((port) => port.path === session.choice?.port);
  return (
    <section aria-label={say("ports.demo")} className="flex flex-col gap-1">
      <h2 className="px-3 text-13 font-medium text-soft">{say("ports.demo")}</h2>
      {first !== null && <Rows ports={[first]} session={session} />}
      {others.length > 0 && (
        <div className="px-3" data-more-demos="">
          <Disclosure key={String(isOpen)} title={say("ports.more-demos", { count: others.length })} isOpen={isOpen}>
            <div className="-mx-3">
              <Rows ports={others} session={session} />
            </div>
          </Disclosure>
        </div>
      )}
    </section>
  );
}

function Rows({ ports, session }: { readonly ports: readonly ListedPort[]; readonly session: SessionState }) {
  const desk = useDesk();
  const [{ baudRate: usual }] = usePreferences();
  const choose = (port: ListedPort): void => {
    const isHere = session.choice?.port === port.path && session.connection.kind !== "idle";
    if (!isHere) choosePort(desk, port.path, chooseRate(port, usual));
    else desk.store.change((state) => ({ ...state, screen: isWriting(state) ? "push" : "check" }));
  };
  return (
    <ul className="flex flex-col gap-0.5">
      {ports.map((port) => (
        <PortRow
          key={port.path}
          port={port}
          state={findRowState(port, session)}
          isChosen={session.choice?.port === port.path}
          onChoose={() => choose(port)}
        />
      ))}
    </ul>
  );
}

/** A port that was typed has a row too while it is in use. */
function findTypedRow({ choice, ports, connection }: SessionState): ListedPort | null {
  const isListed = ports.list?.some((port) => port.path === choice?.port) ?? false;
  if (choice === null || isListed || connection.kind === "idle") return null;
  const nothing = {
    manufacturer: null,
    serialNumber: null,
    vendorId: null,
    productId: null,
    permitted: null,
    label: null,
  };
  return { ...nothing, path: choice.port, kind: choice.port.startsWith("demo:") ? "demo" : "serial" };
}

function PortsFailure() {
  const { say, tell } = useSpeech();
  const { failure } = useSession().ports;
  if (failure === null) return null;
  return (
    <div role="alert" className="flex gap-2 px-3 py-2 text-13">
      <StateMark state="wrong" className="mt-0.5 size-4" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="text-wrong">{say("ports.not-listed")}</p>
        <p className="text-soft">{tell(failure.message)}</p>
      </div>
    </div>
  );
}
