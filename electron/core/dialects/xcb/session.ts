// A terminal whose bridge has answered: identity from `devinfo:`, settings from the parameter file that a description
// names, logs from `logcat:`.
//
//   read: devinfo: -> description -> RECV the file -> settings
//   push: arm (edit in memory, hand out the way back) -> apply (SEND, CMD appdata, RECV and compare) -> confirm: nothing is
//         left. rollBack: the old file the same way, unless it is what the terminal has
//   after a restart of the app: inspect (RECV; old, or made old again with the way back that was kept) -> rollBack
import type { Clock } from "../../bytes/surroundings.ts";
import { type Failure, makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { Change } from "../../settings/change.ts";
import type {
  ArmOutcome,
  ArmTerms,
  Capabilities,
  DialectSession,
  LeftPush,
  LogFollowing,
  LogLines,
  Reading,
  Standing,
  WriteOutcome,
} from "../dialect.ts";
import type { Task } from "../task.ts";
import { editParameters } from "../parameters/parameter-file.ts";
import { refuseCapability } from "../refuse-capability.ts";
import type { TerminalTest, TestResult } from "../terminal-test.ts";
import type { FileAccess } from "../file-access.ts";
import type { LogAccess } from "../log-pull.ts";
import { giveFiles, giveLogs, installSilence, makeTerms } from "./access.ts";
import { Bridge } from "./bridge.ts";
import { describeCapabilities } from "./capabilities.ts";
import { chooseDescriptions, type NamedDescription } from "./description.ts";
import { type DeviceInfo, readDeviceInfo } from "./device-info.ts";
import type { XcbLink } from "./link.ts";
import { makeEdits, readSettings } from "./parameter-settings.ts";
import { type FileChange, type FilePlace, parseWayBack, printWayBack, recognise } from "./way-back.ts";

/** A description that fits, and the file as it was read last. */
interface Kept {
  readonly description: NamedDescription;
  readonly file: string;
}

export class XcbSession implements DialectSession {
  readonly #link: XcbLink;
  readonly #bridge: Bridge;
  readonly #clock: Clock;
  readonly #descriptions: readonly NamedDescription[];
  #kept: Kept | null = null;
  #change: FileChange | null = null;

  constructor(link: XcbLink, clock: Clock, descriptions: readonly NamedDescription[]) {
    this.#link = link;
    this.#bridge = new Bridge(link);
    this.#clock = clock;
    this.#descriptions = descriptions;
  }

  get description(): string | null {
    return this.#kept?.description.source ?? null;
  }

  get #capabilities(): Capabilities {
    return describeCapabilities({ isDescribed: this.#kept !== null });
  }

  async read(task: Task): Promise<Result<Reading>> {
    task.onStage("reading");
    const document = await this.#bridge.deviceInfo(makeTerms("devinfo", task));
    if (!document.ok) return document;
    const info = readDeviceInfo(document.value);
    if (!info) return fail(makeFailure("answer-unreadable", { step: "devinfo" }));
    this.#kept = null;
    for (const description of chooseDescriptions(this.#descriptions, info.model)) {
      const file = await this.#bridge.pull(description.parameters.path, makeTerms("parameters", task), () => undefined);
      if (!file.ok && !isAbsent(file.failure)) return file;
      const settings = file.ok ? readSettings(file.value, description) : null;
      if (!file.ok || !settings) continue;
      this.#kept = { description, file: file.value };
      return succeed({ ...makeReading(info, this.#capabilities), ...settings });
    }
    return succeed(makeReading(info, this.#capabilities));
  }

  /** The file is one small answer: there is nothing less to read. */
  readBack(_names: readonly string[], task: Task): Promise<Result<Reading>> {
    return this.read(task);
  }

  /** Nothing can be armed on such a terminal; the way back is the old file. */
  arm(changes: readonly Change[], { id }: ArmTerms, task: Task): Promise<Result<ArmOutcome>> {
    task.onStage("arming");
    if (!this.#kept) return Promise.resolve(refuseCapability(this.#capabilities, "write-settings"));
    const { description, file } = this.#kept;
    const edits = makeEdits(description, changes);
    if (!edits.ok) return Promise.resolve(edits);
    const wanted = editParameters(file, description.parameters, edits.value);
    if (!wanted.ok) return Promise.resolve(wanted);
    const change = { place: description.parameters, old: file, wanted: wanted.value };
    const wayBack = printWayBack(id, change);
    if (wayBack === null) {
      const { path } = description.parameters;
      return Promise.resolve(fail(makeFailure("file-too-long", { file: path, bytes: wanted.value.length })));
    }
    this.#change = change;
    return Promise.resolve(succeed({ isGuarded: false, wayBack }));
  }

  async apply(task: Task): Promise<Result<WriteOutcome>> {
    task.onStage("writing");
    if (!this.#change) return fail(makeFailure("internal", { reason: "apply before arm" }));
    return this.#install(this.#change.place, this.#change.wanted, task);
  }

  /** What was installed lasts already; it was read back when it was applied. */
  confirm(task: Task): Promise<Result<WriteOutcome>> {
    task.onStage("confirming");
    return Promise.resolve(succeed({ kind: "done" }));
  }

  async rollBack(_id: string, task: Task): Promise<Result<null>> {
    task.onStage("rolling-back");
    if (!this.#change) return succeed(null);
    const { place, old } = this.#change;
    const now = await this.#bridge.pull(place.path, makeTerms("roll back", task), () => undefined);
    if (now.ok && now.value === old) return succeed(null);
    const installed = await this.#install(place, old, task);
    if (!installed.ok) return installed;
    const { value } = installed;
    if (value.kind === "done") return succeed(null);
    const reason = value.kind === "late" ? "late" : value.reason;
    return fail(makeFailure("command-failed", { step: "roll back", reason }));
  }

  /** One file cannot stop between two. */
  complete(): Promise<Result<null>> {
    return Promise.resolve(succeed(null));
  }

  finish(): Promise<Result<null>> {
    this.#change = null;
    return Promise.resolve(succeed(null));
  }

  async readLogs(lines: number, task: Task): Promise<Result<LogLines>> {
    task.onStage("reading");
    const count = Math.max(1, Math.min(Math.trunc(lines), 20_000));
    const read = await this.#bridge.readLog(count, makeTerms("logcat", task));
    return read.ok ? succeed({ source: "logcat", lines: read.value }) : read;
  }

  followLogs(follow: LogFollowing, task: Task): Promise<Result<null>> {
    return this.#bridge.followLog(follow, makeTerms("logcat", task));
  }

  /** What the bridge has no service for. */
  test(_test: TerminalTest, _seconds: number, _task: Task): Promise<Result<TestResult>> {
    return Promise.resolve(refuseCapability(this.#capabilities, "test-network"));
  }

  /** Nothing of a push is ever kept on such a terminal: its file says how far it came. */
  async inspect(task: Task, left: LeftPush | null): Promise<Result<Standing | null>> {
    const way = left?.wayBack == null ? null : parseWayBack(left.wayBack);
    if (left === null || way === null) return succeed(null);
    const now = await this.#bridge.pull(way.path, makeTerms("inspect", task), () => undefined);
    if (!now.ok) return isAbsent(now.failure) ? succeed(null) : now;
    const found = recognise(left.id, way, now.value);
    // Neither: somebody else has changed it since, and what is read is all that can be said.
    if (found === null) return succeed(null);
    if (found.is === "old") return succeed({ id: left.id, phase: "restored", isHeld: false });
    this.#change = found.change;
    return succeed({ id: left.id, phase: left.isDecided ? "kept" : "armed", isHeld: false });
  }

  reboot(task: Task): Promise<Result<null>> {
    return this.#bridge.reboot(makeTerms("reboot", task));
  }

  get logs(): LogAccess {
    return giveLogs(this.#bridge);
  }

  get files(): FileAccess {
    return giveFiles(this.#bridge, this.#clock);
  }

  close(): Promise<void> {
    return this.#link.port.close();
  }

  /** Done is what reads back byte for byte: a terminal that only says so has not done it. */
  async #install({ application, path }: FilePlace, content: string, task: Task): Promise<Result<WriteOutcome>> {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const modified = Math.floor(this.#clock.wallTime() / 1000);
    const terms = { ...makeTerms("install", task), within: installSilence };
    const installed = await this.#bridge.installData({ application, name, content, modified }, terms);
    if (!installed.ok) {
      const { code, details, message } = installed.failure;
      return code === "command-failed"
        ? succeed({ kind: "failed", step: "install", reason: String(details["reason"] ?? message.en) })
        : installed;
    }
    const after = await this.#bridge.pull(path, makeTerms("read back", task), () => undefined);
    if (!after.ok) return after;
    if (after.value === content) return succeed({ kind: "done" });
    return succeed({ kind: "failed", step: "install", reason: "another file reads back" });
  }
}

/** A refusal of the file itself, not of the conversation. */
function isAbsent({ code }: Failure): boolean {
  return code === "command-failed" || code === "value-refused";
}

function makeReading(info: DeviceInfo, capabilities: Capabilities): Reading {
  return {
    interfaces: [],
    routes: [],
    nameServers: [],
    hosts: [],
    tpdu: null,
    terminal: { family: "xcb", ...info, hostName: null },
    clock: null,
    capabilities,
  };
}
