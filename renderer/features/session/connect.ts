// choice -> connecting -> a report, or a failure with words. One terminal at a time; a new choice lets the old one go.
import type { Asked, Report } from "../../../electron/contract/commands.ts";
import { type Failure, makeFailure } from "../../../electron/core/failures/failure.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import { settleChanges } from "../push/settle-changes.ts";
import { timed } from "../wait/pace.ts";
import { beginTask, cancelTask, type Desk, endsSession, isLatest, setConnection, showWriting } from "./desk.ts";
import type { Choice, SessionState } from "./session-state.ts";

export interface Secrets {
  readonly password: string | null;
  readonly becomePassword: string | null;
}

/** What a reading says again when it is still so. */
const nothingTold = { interrupted: null, warning: null } as const;

const noSecrets: Secrets = { password: null, becomePassword: null };

/** Long enough for a slow getty to come up. */
const patienceSeconds = 15;

const loginFailures: readonly Failure["code"][] = [
  "login-needed",
  "password-needed",
  "login-refused",
  "become-refused",
  "not-root",
];

export async function connect(desk: Desk, choice: Choice, secrets: Secrets = noSecrets): Promise<void> {
  const controller = beginTask(desk, "connect");
  await release(desk, choice.port);
  if (!isLatest(desk, "connect", controller)) return;
  desk.store.change((state) => ({
    ...state,
    ...nothingTold,
    choice,
    connection: beginConnecting("connect"),
  }));
  const asked: Asked<"terminal.connect"> = {
    port: choice.port,
    line: { baudRate: choice.baudRate, dataBits: 8, parity: "none", stopBits: 1, flowControl: "none" },
    findRate: choice.findRate ?? false,
    family: null,
    profile: choice.profile,
    login: choice.user === null ? null : { user: choice.user, password: secrets.password },
    become: choice.become,
    becomePassword: secrets.becomePassword,
    timeoutSeconds: patienceSeconds,
  };
  const connected = await timed("connecting", choice.port, () =>
    desk.client.call("terminal.connect", asked, controller.signal),
  );
  if (!isLatest(desk, "connect", controller)) {
    if (connected.ok) await desk.client.call("terminal.close", connected.value);
    return;
  }
  const { findRate = false, ...found } = choice;
  if (connected.ok && findRate && connected.value.baudRate !== undefined) {
    const { baudRate } = connected.value;
    desk.store.change((state) => ({ ...state, choice: { ...found, baudRate } }));
  }
  if (connected.ok) await readFirst(desk, connected.value.session, controller);
  else setConnection(desk, describeEnd(connected.failure));
}

/** Reads a session that has no report yet, and closes it when that cannot be had. */
async function readFirst(desk: Desk, session: string, controller: AbortController): Promise<void> {
  setConnection(desk, { ...beginConnecting("read"), stage: "reading" });
  const read = await readTimed(desk, session, controller);
  if (read.ok && isLatest(desk, "connect", controller)) {
    openReport(desk, session, read.value);
    return;
  }
  await desk.client.call("terminal.close", { session });
  if (read.ok || !isLatest(desk, "connect", controller)) return;
  const { failure } = read;
  if (failure.code === "port-lost") loseSession(desk, failure, "reading");
  else setConnection(desk, describeEnd(failure));
}

function readTimed(desk: Desk, session: string, { signal }: AbortController): Promise<Result<Report>> {
  const port = desk.store.read().choice?.port ?? "";
  return timed("reading", port, () => desk.client.call("terminal.read", { session }, signal));
}

export async function readAgain(desk: Desk): Promise<void> {
  const { connection } = desk.store.read();
  if (connection.kind !== "open" || connection.isReading || showWriting(desk)) return;
  const controller = beginTask(desk, "connect");
  const { session } = connection;
  desk.store.change((state) => ({
    ...state,
    ...nothingTold,
    connection: { ...connection, isReading: true, failure: null },
  }));
  const read = await readTimed(desk, session, controller);
  const { connection: now } = desk.store.read();
  if (!isLatest(desk, "connect", controller) || now.kind !== "open") return;
  if (read.ok) openReport(desk, session, read.value);
  else if (endsSession(read.failure)) loseSession(desk, read.failure, "reading");
  // Connecting listens until a terminal has started, and types nothing before.
  else if (read.failure.code === "terminal-restarted") await reconnect(desk);
  else
    setConnection(desk, { ...now, isReading: false, failure: read.failure.code === "cancelled" ? null : read.failure });
}

export function cancelConnecting(desk: Desk): void {
  cancelTask(desk, "connect");
}

export async function reconnect(desk: Desk): Promise<void> {
  const { choice } = desk.store.read();
  if (choice !== null) await connect(desk, choice);
}

export async function disconnect(desk: Desk): Promise<void> {
  beginTask(desk, "connect");
  await release(desk, null);
  desk.store.change((state) => ({
    ...state,
    choice: null,
    connection: { kind: "idle" },
    drafts: {},
    typedFields: {},
    push: { kind: "none" },
    screen: "check",
  }));
}

/** Lets go of a login that may only read, and asks for one that may write. */
export async function askForRights(desk: Desk): Promise<void> {
  if (showWriting(desk)) return;
  const { choice } = desk.store.read();
  beginTask(desk, "connect");
  await release(desk, choice?.port ?? null);
  setConnection(desk, { kind: "asking", failure: makeFailure("not-root", { user: choice?.user ?? "?" }) });
}

export function dismissFailure(desk: Desk): void {
  beginTask(desk, "connect");
  desk.store.change((state) => ({ ...state, choice: null, connection: { kind: "idle" } }));
}

export function loseSession(desk: Desk, failure: Failure, during: "reading" | "pushing" | "nothing"): void {
  desk.store.change((state) => {
    const report = state.connection.kind === "open" ? state.connection.report : null;
    return { ...state, connection: { kind: "lost", failure, during, report } };
  });
}

export function beginConnecting(purpose: "connect" | "read") {
  return { kind: "connecting", purpose, stage: null, since: Date.now() } as const;
}

export function openReport(desk: Desk, session: string, report: Report): void {
  desk.store.change((state) => ({
    ...state,
    connection: { kind: "open", session, report, readAt: Date.now(), isReading: false, failure: null },
    push: settle(state, report),
  }));
}

function settle({ push }: SessionState, report: Report): SessionState["push"] {
  // Also what is settled already: until it is made to last, a terminal may go back by itself.
  if (push.kind !== "unsettled" && push.kind !== "settled") return push;
  return { kind: "settled", cut: push.cut, fields: settleChanges(push.cut.changes, report) };
}

function describeEnd(failure: Failure): SessionState["connection"] {
  if (failure.code === "cancelled") return { kind: "idle" };
  return { kind: loginFailures.includes(failure.code) ? "asking" : "failed", failure };
}

/** Closes the open session; what was typed and shown for another port goes with it. */
async function release(desk: Desk, nextPort: string | null): Promise<void> {
  const { connection, choice } = desk.store.read();
  if (choice !== null && choice.port !== nextPort) {
    desk.store.change((state) => ({
      ...state,
      drafts: {},
      typedFields: {},
      chosenInterface: null,
      push: { kind: "none" },
      logs: { ...state.logs, kind: "none", logs: null },
    }));
  }
  if (connection.kind !== "open") return;
  setConnection(desk, beginConnecting("connect"));
  await desk.client.call("terminal.close", { session: connection.session });
}
