// Commands on a shell over a line that may lose, alter or interrupt anything.
//
//   v TOKEN CHECKSUM 'FPEVCG'   -->   runs SCRIPT once if it arrived whole, keeps its output, prints the reply frame
//   v TOKEN ...  again          -->   prints the kept output again: asking twice never runs twice
//   b TOKEN FROM COUNT          -->   prints a piece of the kept output, for lines that cannot carry it in one
//
// It works in a child shell of its own, without echo and with a prompt of its own, so that leaving it restores the
// person's shell, and a connection that was cut finds it again by that prompt. Lines end with LF: behind a CR that
// arrives while the parent's line editor is still in charge, a shell would wait for ever.
import { binaryToText, textToBinary } from "../../bytes/binary-text.ts";
import type { ChecksumTool } from "../../bytes/checksum-tools.ts";
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { Conversation, Pace } from "../conversation.ts";
import { type Answer, ask } from "./exchange.ts";
import { quoteHeard } from "../heard-text.ts";
import { recognizePrompt } from "./prompts.ts";
import {
  type Asking,
  calmBash,
  readTools,
  type Tools,
  writeEntry,
  writeFunctions,
  writePieceQuestion,
  writeQuestion,
  writeReentry,
} from "./shell-text.ts";

export interface Command {
  /** Shell text; UTF-8. */
  readonly script: string;
  /** What it is for, quoted in failures. */
  readonly step: string;
  /** Milliseconds that it may run on the terminal. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

export interface Output {
  readonly status: number;
  readonly text: string;
  /** The same, one character per byte. */
  readonly body: string;
}

/** Terminals that lose pasted characters get the same again, more gently each time. */
const paces: readonly (Pace | null)[] = [
  null,
  null,
  { bytes: 128, rest: 15 },
  { bytes: 32, rest: 10 },
  { bytes: 8, rest: 8 },
];
/** Bytes of output asked for at once when the whole does not come through. */
const pieces = [768, 192] as const;

export class Shell {
  readonly #talk: Conversation;
  readonly #tools: Tools;
  /** Index into `paces`; only grows. */
  #gentleness = 0;
  /** The functions that are known to be there: something has come back from them. */
  readonly #installed = new Set<Asking>();

  private constructor(talk: Conversation, tools: Tools) {
    this.#talk = talk;
    this.#tools = tools;
  }

  /** 0 is root; null when the terminal cannot tell. */
  get userId(): number | null {
    return this.#tools.userId;
  }

  /** Whether what is sent and received can be proven by a checksum, and what changes anything can be sent at all. */
  get proves(): boolean {
    return this.#tools.checksum !== null && this.#tools.rotates;
  }

  /** What `$c` runs on the terminal; null when it only counts octets. */
  /** Whether it has what a watchdog needs; that one really runs is proven when it is started. */
  get guards(): boolean {
    return this.#tools.guards;
  }

  get checksum(): ChecksumTool | null {
    return this.#tools.checksum;
  }

  /** From a shell prompt, a person's or one of ours that was left, to a shell that takes commands. */
  static async open(talk: Conversation, found: "shell" | "ours", signal: AbortSignal): Promise<Result<Shell>> {
    for (let tries = 0, standing = found; tries < paces.length; tries++) {
      const token = makeToken(talk);
      talk.forget();
      await talk.send(standing === "ours" ? writeReentry(token) : writeEntry(token), paces[tries] ?? null);
      const tools = await waitForTools(talk, token, signal);
      if (tools) return succeed(new Shell(talk, tools));
      await settle(talk, signal);
      standing = recognizePrompt(talk.heard)?.kind === "ours" ? "ours" : "shell";
    }
    return fail(makeFailure("not-a-shell", { port: talk.port.name, heard: quoteHeard(talk.heard) }));
  }

  /** Runs a script on the terminal exactly once and returns its verified output. */
  run(command: Command): Promise<Result<Output>> {
    return this.#run("v", command);
  }

  async #run(name: Asking, command: Command): Promise<Result<Output>> {
    const token = makeToken(this.#talk);
    const lines = this.#write(name, token, command);
    let damaged = 0;
    for (let tries = 0; tries < 8; tries++) {
      const [answer = "nothing"] = await this.#ask(name, { tokens: [token], lines }, command);
      if (answer === "late" || answer === "gone") return fail(nameEnd(answer, command));
      if (answer !== "nothing" && answer.kind === "reply") return succeed(readOutput(answer.status, answer.body));
      if (answer === "nothing" || answer.reason === "refused") this.#slowDown();
      else if (answer.reason === "overflow") break;
      else if (++damaged >= 2) return this.#fetchPieces(name, command);
    }
    return fail(makeFailure("frame-corrupt", { tries: 8 }));
  }

  /**
   * Runs scripts that may safely run twice, sent one behind the other without waiting, so that answers come while
   * questions still go. What the line spoilt is asked again alone. Outputs in the order of the scripts.
   */
  async runReading(scripts: readonly string[], terms: Omit<Command, "script">): Promise<Result<readonly Output[]>> {
    const commands = scripts.map((script) => ({ ...terms, script }));
    const tokens = commands.map(() => makeToken(this.#talk));
    const lines = commands.map((command, index) => this.#write("q", tokens[index] ?? "", command));
    const answers = await this.#ask("q", { tokens, lines: lines.join("") }, { ...terms, script: "" });
    const outputs: Output[] = [];
    for (const [index, command] of commands.entries()) {
      const answer = answers[index] ?? "nothing";
      if (answer === "gone") return fail(nameEnd(answer, command));
      if (typeof answer === "object" && answer.kind === "reply") {
        outputs.push(readOutput(answer.status, answer.body));
        continue;
      }
      if (answer === "nothing") this.#slowDown();
      const again = await this.#run("q", command);
      if (!again.ok) return again;
      outputs.push(again.value);
    }
    return succeed(outputs);
  }

  /** Marks that nobody's output holds. */
  drawToken(): string {
    return makeToken(this.#talk);
  }

  /** Ends what is under way or waits to be read, as Ctrl-C does; the prompt is ours again. */
  interrupt(): Promise<void> {
    return settle(this.#talk, new AbortController().signal);
  }

  /** Leaves the child shell; the person's own prompt comes back with echo on. */
  async leave(signal: AbortSignal): Promise<void> {
    const token = makeToken(this.#talk);
    await this.#talk.send(` echo "~"${token}.;exit\n`);
    // Only behind the mark is a prompt the person's: pieces of our own may still be on their way.
    const hasLeft = (): true | null => {
      const mark = this.#talk.heard.lastIndexOf(`~${token}.\n`);
      return (mark >= 0 && recognizePrompt(this.#talk.heard.slice(mark))?.kind === "shell") || null;
    };
    await this.#talk.waitFor(hasLeft, { within: 1000, signal });
  }

  #slowDown(): void {
    this.#gentleness = Math.min(this.#gentleness + 1, paces.length - 1);
  }

  #write(name: Asking, token: string, { script }: Command): string {
    return writeQuestion(name, token, { script: textToBinary(script), checksum: this.#tools.checksum });
  }

  async #ask(name: Asking, { tokens, lines }: Lines, { limit, signal }: Command): Promise<readonly Answer[]> {
    const isInstalled = this.#installed.has(name);
    const isFirst = this.#installed.size === 0;
    const functions = isInstalled ? "" : writeFunctions(name, this.#tools, isFirst);
    const whole = `${functions}${lines}${isFirst ? calmBash : ""}`;
    const terms = { tool: this.#tools.checksum, pace: paces[this.#gentleness] ?? null, limit, signal };
    const answers = await ask(this.#talk, { tokens, lines: whole, ...terms });
    if (answers.some((answer) => typeof answer === "object")) this.#installed.add(name);
    return answers;
  }

  async #fetchPieces(name: Asking, command: Command): Promise<Result<Output>> {
    let body = "";
    let size: number = pieces[0];
    for (let spoilt = 0; spoilt < 24; ) {
      const token = makeToken(this.#talk);
      const lines = writePieceQuestion(token, body.length + 1, size);
      const [answer = "nothing"] = await this.#ask(name, { tokens: [token], lines }, { ...command, limit: 10_000 });
      if (answer === "gone") return fail(nameEnd(answer, command));
      if (typeof answer === "string" || answer.kind === "fault") {
        spoilt++;
        size = spoilt > 3 ? pieces[1] : size;
        continue;
      }
      const piece = answer.body.slice(0, -1);
      body += piece;
      if (piece.length < size) return succeed(readOutput(answer.status, body));
    }
    return fail(makeFailure("frame-corrupt", { tries: 24 }));
  }
}

interface Lines {
  readonly tokens: readonly string[];
  readonly lines: string;
}

/** The introduction's answer and, behind it, our own prompt. */
async function waitForTools(talk: Conversation, token: string, signal: AbortSignal): Promise<Tools | null> {
  const look = (): Tools | null => (recognizePrompt(talk.heard)?.kind === "ours" ? readTools(talk.heard, token) : null);
  return talk.waitFor(look, { within: 3000, signal });
}

/** Clears a half-typed line of ours, such as one that lost its end or a quote; only ever sent behind a line of our own. */
async function settle(talk: Conversation, signal: AbortSignal): Promise<void> {
  await talk.send("\x03");
  await talk.waitForQuiet(150, { within: 1500, signal });
}

function nameEnd(answer: "late" | "gone", { step, limit }: Command): ReturnType<typeof makeFailure> {
  if (answer === "gone") return makeFailure("terminal-restarted", { step });
  return makeFailure("timed-out", { step, seconds: Math.round(limit / 1000) });
}

function readOutput(status: number, body: string): Output {
  return { status, text: binaryToText(body), body };
}

/** Forty bits: nobody's output holds it by chance or by design. */
function makeToken(talk: Conversation): string {
  return Array.from(talk.random(8), (byte) => (byte & 31).toString(32)).join("");
}
