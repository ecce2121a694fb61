// A port's name -> an open port, guarded -> its rate, where it is to be found -> the dialect that was named or is
// recognised -> a session. Whatever was tried before, a credential is given once, at the end.
import { randomUUID } from "node:crypto";
import type { Call } from "../contract/server.ts";
import type { Input, Output } from "../contract/commands.ts";
import type { BytePort, OpenPort } from "../core/bytes/byte-port.ts";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import type { ConnectOptions, Dialect, DialectSession } from "../core/dialects/dialect.ts";
import type { Stage, Task } from "../core/dialects/task.ts";
import { detect, type Detected, listenFirst } from "../core/dialects/detect.ts";
import { guardPort } from "../core/dialects/forbidden.ts";
import { findRate } from "../core/dialects/find-rate.ts";
import { dialects } from "../core/dialects/registry.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import type { Description } from "../core/dialects/description.ts";
import { chooseDescriptions } from "./descriptions/choose-descriptions.ts";
import type { DescriptionPlaces } from "./load-descriptions.ts";
import { describeUnknown } from "./describe-unknown.ts";
import { forgetRunning, isLeftRunning, noteRunning } from "./records/left-running.ts";
import type { Records } from "./records/records.ts";
import type { Sessions } from "./sessions.ts";

export interface ConnectParts {
  readonly openPort: OpenPort;
  readonly surroundings: Surroundings;
  readonly sessions: Sessions;
  readonly records: Records;
  /** Null: only those that are shipped. */
  readonly descriptions: DescriptionPlaces | null;
}

/** Ctrl-C. */
const interrupt = 0x03;

type Connected = Output<"terminal.connect">;

export async function connectTerminal(
  parts: ConnectParts,
  input: Input<"terminal.connect">,
  call: Call,
): Promise<Result<Connected>> {
  const chosen = await chooseDescriptions(input, parts.descriptions);
  if (!chosen.ok) return chosen;
  const { family, descriptions, line } = chosen.value;
  const named = family === null ? succeed(null) : findDialect(family);
  if (!named.ok) return named;
  const opened = await parts.openPort(input.port, line, call.signal);
  if (!opened.ok) return opened;
  const port = guardPort(opened.value);
  const task = makeTask(input.port, call);
  try {
    const connected = await connectPort(port, named.value, { parts, input: { ...input, line }, descriptions, task });
    if (!connected.ok) {
      await port.close();
      return connected;
    }
    const id = randomUUID();
    const nothing = { reading: null, plans: new Map(), secrets: new Map(), undone: new Map() };
    const { session: dialect, baudRate } = connected.value;
    const running = {
      begin: () => noteRunning(parts.records, input.port),
      end: () => forgetRunning(parts.records, input.port),
    };
    parts.sessions.add({ id, port: input.port, line: port, dialect, running, ...nothing });
    void port.closed.then((failure) => {
      if (failure) call.emit("lost", { session: id, failure });
    });
    return succeed({ session: id, baudRate });
  } catch (error) {
    await port.close();
    throw error;
  }
}

/** Finding out and connecting both listen and wake: a person is told once. */
function makeTask(port: string, call: Call): Task {
  const told = new Set<Stage>();
  const onStage = (stage: Stage): void => {
    if (!told.has(stage)) call.emit("stage", { port, stage });
    told.add(stage);
  };
  return { signal: call.signal, onStage };
}

interface Around {
  readonly parts: ConnectParts;
  readonly input: Input<"terminal.connect">;
  readonly descriptions: readonly Description[];
  readonly task: Task;
}

async function connectPort(
  opened: BytePort,
  named: Dialect | null,
  { parts, input: asked, descriptions, task }: Around,
): Promise<Result<{ readonly session: DialectSession; readonly baudRate: number }>> {
  const { clock } = parts.surroundings;
  const { baudRate: first } = asked.line;
  const rated = asked.findRate
    ? await findRate(opened, named ? [named] : dialects, { ...task, clock, baudRate: first })
    : succeed({ baudRate: first, port: opened });
  if (!rated.ok) return rated;
  const { baudRate, port } = rated.value;
  const around = { parts, input: { ...asked, line: { ...asked.line, baudRate } }, descriptions, task };
  const freed = await interruptLeft(port, around);
  if (!freed.ok) return freed;
  const found = await chooseDialect(freed.value, named, around);
  const session = found.ok ? await enter(found.value, around) : found;
  return session.ok ? succeed({ session: session.value, baudRate }) : session;
}

/**
 * A program that was followed when this port's line was lost still has the terminal's keys. Only then is it interrupted, and
 * only when nothing boots there: a key would stop a boot loader.
 */
async function interruptLeft(port: BytePort, { parts, input, task }: Around): Promise<Result<BytePort>> {
  if (!isLeftRunning(parts.records, input.port)) return succeed(port);
  const listened = await listenFirst(port, { ...task, clock: parts.surroundings.clock });
  if (!listened.ok) return listened;
  await listened.value.write(Uint8Array.of(interrupt));
  forgetRunning(parts.records, input.port);
  return listened;
}

/** The family that a person named, else the one whose answer is recognised. */
async function chooseDialect(
  port: BytePort,
  named: Dialect | null,
  { parts, input, descriptions, task }: Around,
): Promise<Result<Detected>> {
  const { clock } = parts.surroundings;
  if (named) {
    const listened = await listenFirst(port, { ...task, clock });
    return listened.ok ? succeed({ dialect: named, port: listened.value }) : listened;
  }
  let unknown: string | null = null;
  const found = await detect(port, dialects, {
    ...task,
    clock,
    patience: input.timeoutSeconds * 1000,
    baudRate: input.line.baudRate,
    descriptions,
    onUnknown: (heard) => (unknown = heard),
  });
  return found.ok || unknown === null
    ? found
    : fail(describeUnknown(found.failure, { text: unknown, line: input.line }));
}

async function enter(
  { dialect, port }: Detected,
  { parts, input, descriptions, task }: Around,
): Promise<Result<DialectSession>> {
  const options: ConnectOptions & Task = {
    credentials: input.login,
    become: input.become,
    becomePassword: input.becomePassword,
    baudRate: input.line.baudRate,
    patience: input.timeoutSeconds * 1000,
    descriptions: descriptions.filter(({ family }) => family === dialect.family),
    ...task,
  };
  return dialect.connect(port, options, parts.surroundings);
}

function findDialect(family: string): Result<Dialect> {
  const found = dialects.find((each) => each.family === family);
  if (found) return succeed(found);
  const known = dialects.map((each) => each.family).join(", ");
  return fail(makeFailure("input-invalid", { where: "family", reason: `${family} (${known})` }));
}
