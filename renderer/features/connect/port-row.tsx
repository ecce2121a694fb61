import { Cable, Monitor, Network, Usb } from "lucide-react";
import type { ListedPort } from "../../../electron/contract/commands.ts";
import { useSpeech } from "../../i18n/speech.tsx";
import { shortenMiddle } from "../../ui/shorten-middle.ts";
import { Spinner } from "../../ui/spinner.tsx";
import { isWriting, type SessionState } from "../session/session-state.ts";
import { namePort } from "./name-port.ts";

export type RowState = "ready" | "waiting" | "forbidden" | "connecting" | "open" | "login" | "failed" | "busy" | "lost";

/** Characters: two lines of the narrow column, and what stands beside the USB ids. */
const longestPath = 42;
const longestNumber = 14;

interface PortRowProps {
  readonly port: ListedPort;
  readonly state: RowState;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

export function PortRow({ port, state, isChosen, onChoose }: PortRowProps) {
  const speech = useSpeech();
  const { say } = speech;
  const isRemote = port.path.startsWith("tcp:");
  const name = namePort(port, speech);
  const ids = port.vendorId !== null && port.productId !== null ? `${port.vendorId}:${port.productId}` : null;
  const Icon = port.kind === "demo" ? Monitor : isRemote ? Network : port.vendorId ? Usb : Cable;
  return (
    <li>
      <button
        type="button"
        onClick={onChoose}
        aria-current={isChosen ? "true" : undefined}
        data-port={port.path}
        className={`flex min-h-target w-full items-start gap-3 rounded-control px-3 py-2 text-left ${isChosen ? "bg-surface ring-1 ring-edge" : "hover:bg-surface"}`}
      >
        <Icon aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-soft" strokeWidth={1.7} />
        <span className="flex min-w-0 grow flex-col">
          <span className="flex flex-wrap items-start justify-between gap-x-2">
            <span className={`min-w-0 text-14 ${isChosen ? "font-semibold" : ""}`}>{name}</span>
            <RowWord state={state} />
          </span>
          <span className="font-mono text-13 text-soft" title={port.path}>
            {shortenMiddle(port.path, longestPath)}
          </span>
          {(ids !== null || port.serialNumber !== null) && (
            <span className="text-13 text-soft">
              {ids !== null && <span className="font-mono">{ids}</span>}
              {ids !== null && port.serialNumber !== null && " · "}
              {port.serialNumber !== null &&
                say("ports.serial-number", { number: shortenMiddle(port.serialNumber, longestNumber) })}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

const tones: Readonly<Record<RowState, string>> = {
  ready: "text-soft",
  waiting: "text-soft",
  forbidden: "text-odd",
  connecting: "text-accent",
  open: "text-ok",
  login: "text-odd",
  failed: "text-wrong",
  busy: "text-odd",
  lost: "text-wrong",
};

function RowWord({ state }: { readonly state: RowState }) {
  const { say } = useSpeech();
  return (
    <span className={`mt-px flex shrink-0 items-center gap-1.5 text-13 ${tones[state]}`}>
      {state === "connecting" && <Spinner className="size-3" />}
      {say(`ports.state-${state}`)}
    </span>
  );
}

export function findRowState(port: ListedPort, session: SessionState): RowState {
  const { choice, connection } = session;
  // One terminal at a time, and the one that is written to keeps its line.
  if (choice?.port !== port.path) return isWriting(session) ? "waiting" : findUnopenedState(port);
  switch (connection.kind) {
    case "connecting":
      return "connecting";
    case "open":
      return "open";
    case "asking":
      return "login";
    case "lost":
      return "lost";
    case "failed":
      if (connection.failure.code === "port-forbidden") return "forbidden";
      return connection.failure.code === "port-busy" ? "busy" : "failed";
    case "idle":
      return findUnopenedState(port);
  }
}

function findUnopenedState({ permitted, inUse }: ListedPort): RowState {
  if (permitted === false) return "forbidden";
  return inUse === true ? "busy" : "ready";
}
