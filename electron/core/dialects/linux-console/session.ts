// A terminal whose shell takes commands: read, write, read logs, leave.
import { binaryToText } from "../../bytes/binary-text.ts";
import type { ChecksumTool } from "../../bytes/checksum-tools.ts";
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { boundSettings } from "../../settings/bound-settings.ts";
import { clockField } from "../../settings/assignment.ts";
import type { Change } from "../../settings/change.ts";
import type { Conversation } from "../conversation.ts";
import type {
  ArmOutcome,
  ArmTerms,
  Capabilities,
  DialectSession,
  LogFollowing,
  LogLines,
  Reading,
  Standing,
  WriteOutcome,
} from "../dialect.ts";
import type { Task } from "../task.ts";
import { refuseCapability } from "../refuse-capability.ts";
import type { TerminalTest, TestResult } from "../terminal-test.ts";
import { packScript } from "../../bytes/pack.ts";
import { isPacked, unpack } from "../../bytes/unpack.ts";
import { type Answers, hasIp, type KnownFile, makeAgainScript, renewAnswers } from "./facts/again.ts";
import { makeDetailScript, makeFactsScripts } from "./facts/script.ts";
import { encodeInterfaceName, encodeWord } from "./encode.ts";
import type { FileAccess } from "../file-access.ts";
import { ConsoleLogs } from "./logs/access.ts";
import type { NamedLog } from "./logs/sources.ts";
import { makeLogScript, readLogOutput } from "./logs/latest.ts";
import { makeQuestion } from "./probes/run-test.ts";
import { type Facts, readFacts } from "./read.ts";
import type { Shell } from "./shell.ts";
import { composeSteps } from "./write/compose.ts";
import { askClock, readClockAnswer, setClock } from "./write/clock.ts";
import type { Replacement } from "./write/steps.ts";
import { readArmed, readOutcome, readStanding } from "./write/outcome.ts";
import { makeComplete, makeInspect } from "./write/standing.ts";
import { makeApply, makeArm, makeConfirm, makeFinish, makeRollBack } from "./write/transaction.ts";
import { describeCapabilities } from "./capabilities.ts";

/** Milliseconds on the terminal. Bringing an interface up may wait for a DHCP server. */
const readLimit = 15_000;
const writeLimit = 150_000;
const logLimit = 60_000;

interface SmallReading {
  readonly last: Answers;
  readonly name: string;
  readonly files: readonly KnownFile[];
  readonly tool: ChecksumTool;
}

interface Known {
  /** Whether this connection made the login. */
  readonly loggedIn: boolean;
  /** Log files that descriptions name. */
  readonly logs: readonly NamedLog[];
}

export class LinuxConsoleSession implements DialectSession {
  readonly #talk: Conversation;
  readonly #shell: Shell;
  /** Leave the login too: this connection made it. */
  readonly #loggedIn: boolean;
  #facts: Facts | null = null;
  #answers: Answers | null = null;
  /** Whether the terminal has what folds and unfolds long texts. */
  #packs = false;
  /** The push that was armed last, and what it makes of files. */
  #armed = "";
  #replacements: readonly Replacement[] = [];
  #touchesMethod = false;
  #interrupted = false;
  /** A long answer on a slow line is seconds old: a clock that is being set is asked for by itself. */
  #setsClock = false;

  readonly logs: ConsoleLogs;

  constructor(talk: Conversation, shell: Shell, known: Known) {
    this.#talk = talk;
    this.#shell = shell;
    this.#loggedIn = known.loggedIn;
    this.logs = new ConsoleLogs(talk, shell, known.logs);
  }

  get #capabilities(): Capabilities {
    const { userId, proves, guards } = this.#shell;
    return describeCapabilities({ isRoot: userId === 0, proves, guards });
  }

  async read(task: Task): Promise<Result<Reading>> {
    task.onStage("reading");
    const key = this.#drawKey();
    const outputs = await this.#readFacts(key, task);
    return outputs.ok ? this.#renewClock(this.#keepFacts({ outputs: outputs.value, key }), task) : outputs;
  }

  #drawKey(): string {
    return Array.from(this.#talk.random(4), (byte) => (byte & 31).toString(32)).join("");
  }

  #keepFacts(answers: Answers): Result<Reading> {
    const facts = readFacts(answers.outputs, answers.key, this.#talk.clock.wallTime());
    if (!facts.ok) return facts;
    this.#answers = answers;
    this.#facts = facts.value;
    return succeed(boundSettings({ ...facts.value.reading, capabilities: this.#capabilities }));
  }

  async #renewClock(read: Result<Reading>, task: Task): Promise<Result<Reading>> {
    if (!read.ok || !this.#setsClock || read.value.clock === null) return read;
    const asked = await this.#askClock(task);
    if (!asked.ok) return asked;
    return succeed({ ...read.value, clock: { ...read.value.clock, aheadSeconds: asked.value.ahead } });
  }

  async readBack(names: readonly string[], task: Task): Promise<Result<Reading>> {
    const small = this.#planSmallReading(names);
    if (small === null) return this.read(task);
    const { last, name, files, tool } = small;
    const key = this.#drawKey();
    const terms = { step: "read back", limit: readLimit, signal: task.signal };
    const output = await this.#shell.runReading([makeAgainScript(key, name, files)], terms);
    if (!output.ok) return output;
    const outputs = output.value.map(({ text }) => text);
    const renewed = renewAnswers(last, { outputs, key, name, files, tool });
    return renewed === null ? this.read(task) : this.#renewClock(this.#keepFacts(renewed), task);
  }

  /** Null where more may change than a small reading tells: a lease, a manager's own files, several interfaces. */
  #planSmallReading(names: readonly string[]): SmallReading | null {
    const tool = this.#shell.checksum;
    const facts = this.#facts;
    const last = this.#answers;
    const [name = "", ...others] = names;
    const current = facts?.reading.interfaces.find((each) => each.name === name);
    if (!facts || !last || !current || tool === null || others.length > 0 || this.#touchesMethod) return null;
    const isStatic = current.ipv4?.method === "static" && current.running?.ipv4?.method === "static";
    const isPlain = current.manager === null || current.manager === "ifupdown";
    if (!isStatic || !isPlain || !encodeInterfaceName(name).ok || !hasIp(last)) return null;
    const files = [...facts.sections.files].flatMap(([path, text]) => {
      const word = encodeWord("file", path);
      const own = this.#replacements.filter(({ file }) => word.ok && file === word.value);
      const texts = [text, ...own.flatMap(({ before, after }) => [before, after].map(binaryToText))];
      return path.startsWith("/etc/network/") || path === "/etc/resolv.conf" ? [{ path, texts }] : [];
    });
    return { last, name, files, tool };
  }

  async inspect(task: Task): Promise<Result<Standing | null>> {
    const output = await this.#run(makeInspect(), { step: "inspect", limit: readLimit, task });
    return output.ok ? readStanding(output.value) : output;
  }

  async arm(changes: readonly Change[], { id, revertSeconds }: ArmTerms, task: Task): Promise<Result<ArmOutcome>> {
    if (!this.#facts) return fail(makeFailure("internal", { reason: "arm before read" }));
    if (!/^[A-Za-z0-9-]{1,64}$/.test(id)) return fail(makeFailure("internal", { reason: "push id" }));
    const { checksum: tool } = this.#shell;
    const writable = this.#capabilities["write-settings"];
    if (writable?.state !== "yes" || tool === null) {
      return fail(
        this.#shell.proves
          ? makeFailure("not-root", { user: String(this.#shell.userId) })
          : makeFailure("tools-missing", { tools: "cksum, md5sum, sha256sum; tr" }),
      );
    }
    const seconds = Math.max(10, Math.round(revertSeconds));
    const ofNetwork = changes.filter(({ field }) => field !== clockField);
    const parts = composeSteps(this.#facts, ofNetwork, { revertSeconds: seconds });
    if (!parts.ok) return parts;
    task.onStage("arming");
    this.#setsClock = ofNetwork.length < changes.length;
    const clock = this.#setsClock ? await this.#askClock(task) : null;
    if (clock !== null && !clock.ok) return clock;
    const all = clock === null ? parts.value : [...parts.value, setClock(clock.value.startedAt)];
    this.#armed = id;
    this.#replacements = all.flatMap((part) => part.files);
    this.#touchesMethod = changes.some(({ field }) => field === "ipv4.method");
    const script = makeArm({ id, parts: all, seconds, tool });
    const sent = this.#packs ? packScript(script) : script;
    const output = await this.#run(sent, { step: "arm", limit: readLimit, task });
    return output.ok ? readArmed(output.value) : output;
  }

  async apply(task: Task): Promise<Result<WriteOutcome>> {
    task.onStage("writing");
    const output = await this.#run(makeApply(this.#armed), { step: "apply", limit: writeLimit, task });
    return output.ok ? succeed(readOutcome(output.value)) : output;
  }

  async confirm(task: Task): Promise<Result<WriteOutcome>> {
    task.onStage("confirming");
    const output = await this.#run(makeConfirm(this.#armed), { step: "confirm", limit: writeLimit, task });
    return output.ok ? succeed(readOutcome(output.value)) : output;
  }

  async rollBack(id: string, task: Task): Promise<Result<null>> {
    task.onStage("rolling-back");
    const output = await this.#run(makeRollBack(id), { step: "roll back", limit: writeLimit, task });
    return output.ok ? succeed(null) : output;
  }

  async complete(id: string, task: Task): Promise<Result<null>> {
    const output = await this.#run(makeComplete(id), { step: "complete", limit: readLimit, task });
    return output.ok ? succeed(null) : output;
  }

  async finish(id: string, task: Task): Promise<Result<null>> {
    const output = await this.#run(makeFinish(id), { step: "finish", limit: readLimit, task });
    return output.ok ? succeed(null) : output;
  }

  async readLogs(lines: number, task: Task): Promise<Result<LogLines>> {
    task.onStage("reading");
    const output = await this.#run(makeLogScript(lines), { step: "logs", limit: logLimit, task });
    return output.ok ? readLogOutput(output.value) : output;
  }

  async test(test: TerminalTest, seconds: number, task: Task): Promise<Result<TestResult>> {
    const bound = Math.max(1, Math.min(Math.round(seconds), 60));
    const question = makeQuestion(test, bound, this.#drawKey());
    if (!question.ok) return question;
    // A probe may try one tool after another, and a line may be slow.
    const limit = (bound + 2) * 4000 + readLimit;
    const output = await this.#run(question.value.script, { step: `test ${test.kind}`, limit, task });
    return output.ok ? question.value.read(output.value) : output;
  }

  followLogs(follow: LogFollowing, task: Task): Promise<Result<null>> {
    return this.logs.follow(follow, task);
  }

  get files(): FileAccess {
    return this.logs.files;
  }

  reboot(_task: Task): Promise<Result<null>> {
    return Promise.resolve(refuseCapability(this.#capabilities, "reboot"));
  }

  async close(): Promise<void> {
    const signal = new AbortController().signal;
    try {
      if (this.#interrupted) {
        await this.#talk.send("\x03");
        await this.#talk.waitForQuiet(100, { within: 500, signal });
      }
      await this.#shell.leave(signal);
      if (this.#loggedIn) {
        await this.#talk.send(" exit\r");
        await this.#talk.waitForQuiet(100, { within: 300, signal });
      }
    } catch {
      // The line is gone: there is nobody to say goodbye to.
    }
    await this.#talk.port.close();
  }

  /** Seconds: how far ahead of this PC's clock it is, and when the terminal started by this PC's clock. */
  async #askClock(task: Task): Promise<Result<{ readonly ahead: number; readonly startedAt: number }>> {
    const asked = this.#talk.clock.wallTime();
    const output = await this.#run(askClock, { step: "clock", limit: readLimit, task });
    if (!output.ok) return output;
    // In the middle of the round trip, as near as can be known.
    const now = (asked + this.#talk.clock.wallTime()) / 2000;
    const answer = readClockAnswer(output.value);
    if (answer === null) return fail(makeFailure("answer-unreadable", { step: "clock" }));
    return succeed({ ahead: Math.round(answer.time - now), startedAt: now - answer.uptime });
  }

  async #readFacts(key: string, { signal }: Task): Promise<Result<readonly string[]>> {
    const terms = { step: "facts", limit: readLimit, signal };
    this.#interrupted = true;
    const first = await this.#shell.runReading(makeFactsScripts(key), terms);
    if (!first.ok) return first;
    const details = makeDetailScript(
      key,
      first.value
        .slice(1)
        .map(({ text }) => text)
        .join("\n"),
    );
    const second = details === null ? succeed([]) : await this.#shell.runReading([details], terms);
    if (!second.ok) return second;
    this.#interrupted = false;
    const answers = [...first.value, ...second.value];
    this.#packs = answers.some(({ text }) => isPacked(text));
    const texts = answers.map(({ text }) => unpack(text));
    const whole = texts.filter((text) => text !== null);
    return whole.length === texts.length ? succeed(whole) : fail(makeFailure("answer-unreadable", { step: "facts" }));
  }

  async #run(
    script: string,
    { step, limit, task }: { step: string; limit: number; task: Task },
  ): Promise<Result<string>> {
    this.#interrupted = true;
    const output = await this.#shell.run({ script, step, limit, signal: task.signal });
    this.#interrupted = !output.ok;
    return output.ok ? succeed(output.value.text) : output;
  }
}
