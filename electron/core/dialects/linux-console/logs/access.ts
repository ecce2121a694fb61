// Logs and files of a terminal with a shell, as every family gives them. What is stopped in the middle leaves nothing on
// the terminal: nothing is ever written there, and Ctrl-C gives the prompt back.
import { fail, type Result, succeed } from "../../../failures/result.ts";
import { makeFailure } from "../../../failures/failure.ts";
import type { Conversation } from "../../conversation.ts";
import type { LogFollowing } from "../../dialect.ts";
import type { Task } from "../../task.ts";
import type { FileAccess } from "../../file-access.ts";
import type { LogAccess, LogSource } from "../../log-pull.ts";
import type { Output, Shell } from "../shell.ts";
import { followLog, makeFollowCommand } from "./follow.ts";
import { listFolder } from "./list-folder.ts";
import { pullLog } from "./pull.ts";
import { describePacking, type PullTools } from "./pull-tools.ts";
import { type FoundSources, makeSourcesScript, type NamedLog, readSources } from "./sources.ts";

/** Milliseconds. A terminal may have a journal of many files to look through. */
const lookLimit = 60_000;
/** Bytes of a file that is worth fetching over such a line. */
const largestFile = 64 * 1024 * 1024;

export class ConsoleLogs implements LogAccess {
  readonly #talk: Conversation;
  readonly #shell: Shell;
  readonly #described: readonly NamedLog[];
  #found: FoundSources | null = null;

  constructor(talk: Conversation, shell: Shell, described: readonly NamedLog[]) {
    this.#talk = talk;
    this.#shell = shell;
    this.#described = described;
  }

  async listSources(files: readonly string[], task: Task): Promise<Result<readonly LogSource[]>> {
    const found = await this.#find(files, task);
    return found.ok ? succeed(found.value.sources) : found;
  }

  async pull(request: Parameters<LogAccess["pull"]>[0], task: Task): ReturnType<LogAccess["pull"]> {
    const tools = await this.#getTools(task);
    return tools.ok ? pullLog(tools.value, request, task) : tools;
  }

  async follow(follow: LogFollowing, task: Task): Promise<Result<null>> {
    const files = follow.source?.startsWith("/") ? [follow.source] : [];
    const found = await this.#find(files, task);
    if (!found.ok) return found;
    const command = makeFollowCommand(found.value.sources, follow.source);
    if (!command.ok) return command;
    const token = this.#shell.drawToken();
    return this.#leaving(task, () => followLog(this.#talk, { ...follow, command: command.value, token }, task));
  }

  get files(): FileAccess {
    return {
      list: (path, task) => listFolder(path, (script) => this.#askOne(script, task)),
      pull: (path, onProgress, task) => this.#pullFile(path, onProgress, task),
      push: null,
      install: null,
    };
  }

  async #pullFile(path: string, onProgress: Parameters<FileAccess["pull"]>[1], task: Task): Promise<Result<string>> {
    const found = await this.#find([path], task);
    if (!found.ok) return found;
    const source = found.value.sources.find(({ name }) => name === path);
    if (source === undefined)
      return fail(makeFailure("command-failed", { step: `log ${path}`, reason: "it cannot be read" }));
    if ((source.size ?? 0) > largestFile) return fail(makeFailure("answer-unreadable", { step: "pull" }));
    let content = "";
    const pulled = await this.pull(
      {
        source,
        since: { kind: "start" },
        onBlock({ bytes, from }) {
          content = from === 0 ? bytes : content + bytes;
        },
        onProgress,
      },
      task,
    );
    return pulled.ok ? succeed(content) : pulled;
  }

  async #find(files: readonly string[], task: Task): Promise<Result<FoundSources>> {
    const script = makeSourcesScript(this.#described, files);
    if (!script.ok) return script;
    const output = await this.#askOne(script.value, task);
    if (!output.ok) return output;
    const found = readSources(output.value.text);
    if (found.ok) this.#found = found.value;
    return found;
  }

  async #getTools(task: Task): Promise<Result<PullTools>> {
    const found = this.#found === null ? await this.#find([], task) : succeed(this.#found);
    if (!found.ok) return found;
    return succeed({
      clock: this.#talk.clock,
      checksum: this.#shell.checksum,
      ...describePacking(found.value.packing),
      ask: (scripts, limit, each) =>
        this.#leaving(each, () => this.#shell.runReading(scripts, { step: "logs", limit, signal: each.signal })),
    });
  }

  async #askOne(script: string, task: Task): Promise<Result<Output>> {
    const terms = { step: "logs", limit: lookLimit, signal: task.signal };
    const outputs = await this.#leaving(task, () => this.#shell.runReading([script], terms));
    if (!outputs.ok) return outputs;
    const [output] = outputs.value;
    return output === undefined ? fail(makeFailure("answer-unreadable", { step: "logs" })) : succeed(output);
  }

  /** Whatever was under way when somebody said stop is stopped on the terminal too. */
  async #leaving<Value>(task: Task, job: () => Promise<Value>): Promise<Value> {
    try {
      return await job();
    } finally {
      if (task.signal.aborted) await this.#shell.interrupt().catch(() => undefined);
    }
  }
}
