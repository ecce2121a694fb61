// What happens to terminals on this PC -> the register: readings, pushes, tests and log captures of those that have a serial
// number. Here it is only written into the outbox, which is small; the register is told when it is next used, or at once
// where benches share it. Nobody waits for that at a terminal, and no terminal waits for it. A demo terminal is nobody's: it
// is noted only for those who have opened this PC's own register, to practise there.
import type { PushResult } from "../../contract/commands.ts";
import type { Call, Handlers } from "../../contract/server.ts";
import type { Actor, EntryKind } from "../../contract/register.ts";
import type { Reading } from "../../core/dialects/dialect.ts";
import type { Result } from "../../core/failures/result.ts";
import { isHidden } from "../records/without-secrets.ts";
import type { Sessions } from "../sessions.ts";
import { keepSettings, knowTerminal } from "./kept-settings.ts";
import type { NewEntry } from "./terminals.ts";

export interface Noting {
  readonly sessions: Sessions;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  readonly newId: () => string;
  readonly findActor: () => Result<Actor>;
  readonly keep: (entry: NewEntry) => Promise<Result<null>>;
  /** Whether demo terminals have a place in the register. */
  readonly takesDemos: () => Promise<boolean>;
}

type Noted = Pick<Handlers, "terminal.read" | "terminal.test" | "plan.push" | "push.resume" | "logs.pull">;

/** The same handlers; what they did is noted. */
export function noteTerminals(handlers: Handlers, noting: Noting): Noted {
  const { sessions } = noting;
  const note = async (told: Told, call: Call): Promise<void> => {
    if (await isWanted(noting, told)) await noteEntry(noting, told, call);
  };
  return {
    "terminal.read": async (input, call) => {
      const read = await handlers["terminal.read"](input, call);
      const found = sessions.findReading(input.session);
      if (read.ok && found !== null && (await isWanted(noting, found))) await noteReading(noting, found, call);
      return read;
    },
    "terminal.test": async (input, call) => {
      const tested = await handlers["terminal.test"](input, call);
      const found = sessions.findReading(input.session);
      if (tested.ok && found !== null) {
        await note({ ...found, kind: "test", content: tested.value, digest: null }, call);
      }
      return tested;
    },
    "plan.push": async (input, call) => {
      // After the push the reading is old, and gone.
      const found = sessions.findReading(input.session);
      const pushed = await handlers["plan.push"](input, call);
      if (pushed.ok && found !== null && (await isWanted(noting, found))) {
        await notePushed(noting, { found, pushed: pushed.value }, call);
      }
      return pushed;
    },
    "push.resume": async (input, call) => {
      const found = sessions.findReading(input.session);
      const settled = await handlers["push.resume"](input, call);
      const pushed = settled.ok ? settled.value.resumed : null;
      if (pushed !== null && found !== null && (await isWanted(noting, found))) {
        await notePushed(noting, { found, pushed }, call);
      }
      return settled;
    },
    "logs.pull": async (input, call) => {
      const pulled = await handlers["logs.pull"](input, call);
      const found = sessions.findReading(input.session);
      if (pulled.ok && pulled.value.capture !== null && found !== null) {
        const { id, folder, bytes, isWhole } = pulled.value.capture;
        await note({ ...found, kind: "capture", content: { id, folder, bytes, isWhole }, digest: null }, call);
      }
      return pulled;
    },
  };
}

interface Found {
  readonly reading: Reading;
  readonly port: string;
}

async function isWanted({ takesDemos }: Noting, { port }: Found): Promise<boolean> {
  return !port.startsWith("demo:") || takesDemos();
}

export async function noteReading(noting: Noting, found: Found, call: Pick<Call, "emit">): Promise<void> {
  const { settings, digest } = keepSettings(found.reading);
  await noteEntry(noting, { ...found, kind: "settings", content: settings, digest }, call);
}

/** `found`: the reading that the push began with. */
export async function notePushed(
  noting: Noting,
  { found, pushed }: { readonly found: Found; readonly pushed: PushResult },
  call: Pick<Call, "emit">,
): Promise<void> {
  const { id, outcome, plan, tests } = pushed;
  if (id === null) return;
  const changes = plan.changes.map((change) => (isHidden(change) ? { ...change, from: null, to: "***" } : change));
  await noteReading(noting, found, call);
  await noteEntry(
    noting,
    { ...found, kind: "push", content: { push: id, outcome, changes, tests }, digest: null },
    call,
  );
}

interface Told extends Found {
  readonly kind: EntryKind;
  readonly content: unknown;
  readonly digest: string | null;
}

async function noteEntry(noting: Noting, { reading, port, ...told }: Told, call: Pick<Call, "emit">): Promise<void> {
  const terminal = knowTerminal(reading, port);
  if (terminal === null) return;
  const by = noting.findActor();
  const kept = by.ok
    ? await noting.keep({ ...told, id: noting.newId(), terminal, at: noting.now(), by: by.value })
    : by;
  // The terminal was read or pushed all the same.
  if (!kept.ok) call.emit("warned", { failure: kept.failure });
}
