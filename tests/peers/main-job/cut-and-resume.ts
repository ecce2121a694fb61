// A push on a real terminal that is cut off, and its settling by the next connection; `ip` and the files are the witnesses.
import { setTimeout as delay } from "node:timers/promises";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import type { DialectSession } from "../../../electron/core/dialects/dialect.ts";
import type { Stage, Task } from "../../../electron/core/dialects/task.ts";
import { linuxConsole } from "../../../electron/core/dialects/linux-console/index.ts";
import { makePlan } from "../../../electron/core/plans/make-plan.ts";
import type { Transition } from "../../../electron/core/push/journal.ts";
import { push } from "../../../electron/core/push/push.ts";
import { resume } from "../../../electron/core/push/resume.ts";
import { openTcp } from "../../../electron/serial/open-tcp.ts";
import { type ConsolePeer, startConsole } from "../console-in-namespace.ts";
import { take } from "../terminal-client.ts";

const id = "b5f0c2d1a7e94f36";
const login = { credentials: null, become: null, becomePassword: null, baudRate: 115_200, patience: 20_000 };
const look = "ip -4 addr show eth0 | grep -o 'inet [0-9./]*'; grep -c 192.168.1.99 /etc/network/interfaces";
export const oldState = "inet 192.168.1.20/24\n0";
export const newState = "inet 192.168.1.99/24\n1";

function makeTask(onStage: (stage: Stage) => void = () => undefined): Task {
  return { signal: new AbortController().signal, onStage };
}

async function connect(peer: ConsolePeer): Promise<DialectSession> {
  const port = take(await openTcp(`tcp:127.0.0.1:${peer.port}`, makeTask().signal));
  return take(await linuxConsole.connect(port, { ...login, ...makeTask() }, nodeSurroundings));
}

export interface Cut {
  readonly shell: "dash" | "busybox-ash";
  readonly stage: Stage;
  /** Milliseconds into the stage. */
  readonly after: number;
  /** A command on the terminal at that moment, in place of pulling the cable. */
  readonly instead?: string;
}

export interface Settled {
  readonly pushed: string;
  /** Null when the push had its end already. */
  readonly settled: string | null;
  /** What the journal says in the end. */
  readonly said: string | undefined;
  /** What runs and persists. */
  readonly seen: string;
  readonly left: unknown;
}

export async function cutAndResume(cut: Cut): Promise<Settled> {
  const peer = await startConsole({ shell: cut.shell, login: "root-autologin", manager: "ifupdown" });
  try {
    return await cutOff(peer, cut);
  } finally {
    await peer.close();
  }
}

async function cutOff(peer: ConsolePeer, cut: Cut): Promise<Settled> {
  const journal: Transition[] = [];
  const record = (transition: Transition): Promise<void> => {
    journal.push(transition);
    return Promise.resolve();
  };
  const session = await connect(peer);
  const before = take(await session.read(makeTask()));
  const assignments = [{ interface: "eth0", field: "ipv4.address", value: "192.168.1.99/24" } as const];
  const plan = take(makePlan(before, before.terminal, { assignments }));
  const request = { id, plan, isFresh: () => true, override: true, revertSeconds: 60, tests: [] };
  const strike = (): void => {
    if (cut.instead === undefined) peer.disconnect();
    else void peer.inNamespace(cut.instead);
  };
  const onStage = (stage: Stage): void => {
    if (stage === cut.stage) setTimeout(strike, cut.after);
  };
  const pushed = await push({ ...request, session, journal: { record }, onArmed: () => undefined }, makeTask(onStage));
  await session.close();
  await delay(1500);
  const again = await connect(peer);
  const state = journal.at(-1)?.state ?? "begun";
  const isOpen = !["confirmed", "rolled-back", "refused"].includes(state);
  const entry = { id, plan, before, state, wayBack: null, isDecided: false };
  const settled = isOpen ? await resume({ session: again, entry, journal: { record } }, makeTask()) : null;
  const left = take(await again.inspect(makeTask(), null));
  const seen = (await peer.inNamespace(look)).stdout.trim();
  await again.close();
  return { pushed: pushed.outcome, settled: settled?.outcome ?? null, said: journal.at(-1)?.state, seen, left };
}
