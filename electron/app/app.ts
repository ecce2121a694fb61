// The use cases behind the contract, for every screen and for the command line:
//
//   connect -> read (+ findings, verdict) -> make a plan -> push it by its digest -> logs -> close
//                \-- what was cut off is said, and settled by push.resume     \-- recorded: history, undo, audit
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import type { Handlers } from "../contract/server.ts";
import type { OpenPort } from "../core/bytes/byte-port.ts";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, succeed } from "../core/failures/result.ts";
import { type CaptureHandlers, LazyCaptures } from "./captures/lazy-captures.ts";
import { checkSettings, checkTerminals } from "./check-settings.ts";
import { followWith } from "./logs/follow-terminal.ts";
import { LazyLogs, type LogPlaces } from "./logs/lazy-logs.ts";
import { Consoles } from "./console/answer-console.ts";
import { connectTerminal } from "./connect-terminal.ts";
import { answerDescriptions } from "./descriptions/answer-descriptions.ts";
import { answerDiagnosis } from "./diagnosis/answer-diagnosis.ts";
import { answerHealthy } from "./diagnosis/healthy-record.ts";
import { answerPushes } from "./answer-pushes.ts";
import { answerTerminals } from "./answer-terminals.ts";
import { answerGivenFiles } from "./given-files.ts";
import { answerHistory } from "./history.ts";
import type { DescriptionPlaces } from "./load-descriptions.ts";
import { answerPreferences, openPreferences, type PreferencesParts } from "./preferences/answer-preferences.ts";
import { carryRetention } from "./preferences/carry-retention.ts";
import { readSiteContext } from "./preferences/site-context.ts";
import { answerPorts, type PortParts } from "./ports/answer-ports.ts";
import { LazyProvisioning } from "./provisioning/lazy-provisioning.ts";
import type { Records } from "./records/records.ts";
import { LazyRegister, type RegisterHome } from "./register/lazy-register.ts";
import { Sessions } from "./sessions.ts";

export interface AppParts extends PortParts {
  readonly openPort: OpenPort;
  readonly surroundings: Surroundings;
  /** What is recorded of pushes. */
  readonly records: Records;
  /** The user's own descriptions; without them, those that are shipped. */
  readonly descriptions?: DescriptionPlaces;
  /** What the viewer of logs may open and keep; without it, it keeps nothing and opens what is sent. */
  readonly logs?: LogPlaces;
  /** What a person set for this computer; left out: a file beside the captures. */
  readonly preferences?: PreferencesParts;
  /** Where log captures are kept. */
  readonly capturesFolder: string;
  /** Of terminals and what happened to them; without it, this PC's own, which is asked and never told. */
  readonly register?: RegisterHome;
  /** Whether a person may type to a port; false when left out. */
  readonly allowsConsole?: boolean;
}

export interface App {
  readonly handlers: Handlers;
  /** Leaves every terminal as it was found and closes every port. */
  readonly close: () => Promise<void>;
}

export function createApp(parts: AppParts): App {
  const sessions = new Sessions();
  const { records, openPort } = parts;
  const { clock } = parts.surroundings;
  const preferences = parts.preferences ?? openPreferences(join(dirname(parts.capturesFolder), "preferences.json"), {});
  const places = parts.descriptions ?? null;
  const logs = answerLogs(parts, sessions);
  const consoles = new Consoles({ openPort, sessions, clock, isAllowed: parts.allowsConsole ?? false });
  const home = parts.register ?? homeless(parts);
  const readSecret = () => preferences.secret.read();
  const register = new LazyRegister({ ...home, sessions, clock, opensPaths: logs.opensPaths, readSecret });
  const provisioning = new LazyProvisioning({
    ...parts,
    sessions,
    descriptions: places,
    register,
    folder: home.folder,
  });
  const handlers: Handlers = {
    ...answerPorts({ ...parts, clock }),
    "terminal.connect": async (input, call) =>
      consoles.holds(input.port)
        ? fail(makeFailure("console-holds", { port: input.port }))
        : connectTerminal({ ...parts, sessions, descriptions: places }, input, call),
    ...answerTerminals(sessions, records, () => readSiteContext(preferences.file.preferences.policyFile)),
    ...answerPreferences(preferences),
    ...connectPreferences(preferences, register, logs.handlers),
    "settings.check": async (input) => succeed(checkSettings(input)),
    "settings.check-fleet": async (input) => succeed({ checked: checkTerminals(input) }),
    ...answerDescriptions(places),
    ...answerPushes(sessions, records),
    ...answerHistory(records),
    ...answerDiagnosis(sessions),
    ...answerHealthy(sessions, records),
    ...logs.handlers,
    ...consoles.handlers,
    ...provisioning.answer(),
    ...register.answer(),
  };
  const close = async (): Promise<void> => {
    await provisioning.close();
    await logs.closeViews();
    await consoles.closeAll();
    await sessions.closeAll();
    await logs.closeCaptures();
    await register.close();
    records.close();
  };
  return { handlers: parts.register === undefined ? handlers : { ...handlers, ...register.note(handlers) }, close };
}

/** Whoever gives the register another address works with that one from then on; how long logs are kept goes along. */
function connectPreferences(preferences: PreferencesParts, register: LazyRegister, captures: CaptureHandlers) {
  const own = answerPreferences(preferences);
  const follow: (typeof own)["preferences.keep-database-url"] = async (input, call) => {
    const kept = await own["preferences.keep-database-url"](input, call);
    if (kept.ok) await register.reopen();
    return kept;
  };
  return { "preferences.keep-database-url": follow, ...carryRetention(own, captures) };
}

/** Opened logs and kept ones, which open each other. */
function answerLogs(parts: AppParts, sessions: Sessions) {
  const { clock } = parts.surroundings;
  const logPlaces = parts.logs ?? { marks: null, opensPaths: false };
  const { opensPaths } = logPlaces;
  const captures = new LazyCaptures({ sessions, folder: parts.capturesFolder, clock, opensPaths });
  const logs = new LazyLogs({
    ...logPlaces,
    findCapture: (id) => captures.findFiles(id),
    followTerminal: followWith(sessions),
  });
  return {
    opensPaths,
    handlers: { ...logs.answer(), ...captures.answer(), ...answerGivenFiles(opensPaths) },
    closeViews: () => logs.close(),
    closeCaptures: () => captures.close(),
  };
}

function homeless({ capturesFolder }: AppParts): RegisterHome {
  return { folder: capturesFolder, connection: null, hostName: "", operator: "", newId: () => randomUUID() };
}
