// Commands on a shell over a line that may lose, alter or interrupt anything.
//
//   q TOKEN CHECKSUM 'TPVECG'   -->   runs SCRIPT once if it arrived whole, keeps its output, prints the reply frame
//   q TOKEN ...  again          -->   prints the kept output again: asking twice never runs twice
//   b TOKEN FROM COUNT          -->   prints a piece of the kept output, for lines that cannot carry it in one
//
// The checksum is over the token too: a script under a token that was altered would run again under the right one. The
// script's letters are rotated by 13: when a quote is lost on the line, the shell takes the script's lines for commands
// of their own, and rotated ones are none.
//
// It works in a child shell of its own, without echo and with a prompt of its own, so that leaving it restores the
// person's shell, and a connection that was cut finds it again by that prompt.
import { binaryToText, textToBinary } from "../../bytes/binary-text.ts";
import { type ChecksumTool, checksumTools, printChecksum } from "../../bytes/checksum-tools.ts";
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { FrameFault } from "../../frames/framer.ts";
import { type Reply, ReplyFramer } from "../../frames/reply-framer.ts";
import type { Conversation, Pace } from "../conversation.ts";
import { quote } from "./encode.ts";
import { ourContinuation, ourPrompt, quoteHeard, recognizePrompt } from "./prompts.ts";

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
}

/** Terminals that lose pasted characters get the same again, more gently each time. */
const paces: readonly (Pace | null)[] = [null, null, { bytes: 128, rest: 15 }, { bytes: 32, rest: 10 }, { bytes: 8, rest: 8 }];
/** Bytes of output asked for at once when the whole does not come through. */
const pieces = [768, 192] as const;

const enter = ` s=$(stty -g);stty -echo;PS1='${ourPrompt}' PS2='${ourContinuation}' ENV= LC_ALL=C TERM=dumb PAGER=cat sh;stty "$s"\r`;

const rotation = "tr A-Za-z N-ZA-Mn-za-m";

const functions = [
  `w(){ printf '~%s %s %s\\n%s\\n~%s.\\n' "$1" "$2" "$(printf %s "$3"|$c)" "$3" "$1";}`,
  `q(){ [ "$1" = "$L" ]||{ [ "$(printf %s "$1$3"|$c)" = "$2" ]||{ echo "~$1!";return;};O=$(eval "$(printf %s "$3"|$r)" 2>&1 </dev/null);S=$?;L=$1;};w "$1" $S "$O";}`,
  `b(){ w "$1" $S "$(printf %s "$O"|tail -c +$2|head -c $3;echo .)";}`,
].join("\n");

/** What the terminal's tools are, as it told. */
interface Found {
  readonly tool: ChecksumTool | null;
  readonly rotates: boolean;
  readonly userId: number | null;
}

export class Shell {
  readonly #talk: Conversation;
  readonly #tool: ChecksumTool | null;
  readonly #rotates: boolean;
  /** Index into `paces`; only grows. */
  #gentleness = 0;
  /** 0 is root; null when the terminal cannot tell. */
  readonly userId: number | null;

  private constructor(talk: Conversation, { tool, rotates, userId }: Found) {
    this.#talk = talk;
    this.#tool = tool;
    this.#rotates = rotates;
    this.userId = userId;
  }

  /** Whether what is sent and received can be proven by a checksum, and nothing else of it be taken for a command. */
  get proves(): boolean {
    return this.#tool !== null && this.#rotates;
  }

  /** From a shell prompt, a person's or one of ours that was left, to a shell that takes commands. */
  static async open(talk: Conversation, found: "shell" | "ours", signal: AbortSignal): Promise<Result<Shell>> {
    if (found === "shell" && !(await enterChild(talk, signal))) {
      return fail(makeFailure("not-a-shell", { port: talk.port.name, heard: quoteHeard(talk.heard) }));
    }
    for (let tries = 0; tries < paces.length; tries++) {
      const shell = await Shell.#prepare(talk, tries, signal);
      if (shell) return succeed(shell);
      await settle(talk, signal);
    }
    return fail(makeFailure("not-a-shell", { port: talk.port.name, heard: quoteHeard(talk.heard) }));
  }

  /** Asks which tools there are and installs the functions; null when the line spoilt it. */
  static async #prepare(talk: Conversation, tries: number, signal: AbortSignal): Promise<Shell | null> {
    const pace = paces[tries] ?? null;
    const token = makeToken(talk);
    talk.forget();
    await talk.send(
      ` unset HISTFILE;for c in ${checksumTools.join(" ")} "wc -c";do type $c>/dev/null 2>&1&&break;done;r="${rotation}";[ "$(echo n|$r)" = a ]||r=cat;echo "~"${token} $c~$(id -u)~$r~\r`,
      pace,
    );
    const tools = await talk.waitFor(
      () => new RegExp(`~${token} ([a-z0-9 -]+)~(\\d*)~(cat|${rotation})~\n`).exec(talk.heard),
      { within: 4000, signal },
    );
    if (!tools) return null;
    const tool = checksumTools.find((name) => name === tools[1]) ?? null;
    const sum = tool === null ? String(functions.length) : printChecksum(tool, functions);
    await talk.send(
      ` Q=${quote(functions)};if [ "$(printf %s "$Q"|$c)" = "${sum}" ];then eval "$Q";L=;[ "$BASH_VERSION" ]&&set +H +o emacs +o vi;echo "~"${token}.;fi\r`,
      pace,
    );
    const ready = await talk.waitFor(() => (talk.heard.includes(`~${token}.\n`) ? true : null), { within: 4000, signal });
    return ready ? new Shell(talk, { tool, rotates: tools[3] === rotation, userId: tools[2] ? Number(tools[2]) : null }) : null;
  }

  /** Runs a script on the terminal exactly once and returns its verified output. */
  async run(command: Command): Promise<Result<Output>> {
    const token = makeToken(this.#talk);
    const plain = textToBinary(command.script);
    const script = this.#rotates ? rotate(plain) : plain;
    const line = ` q ${token} "${this.#sum(`${token}${script}`)}" ${quote(script)}\r`;
    let damaged = 0;
    for (let tries = 0; tries < 8; tries++) {
      const reply = await this.#ask(token, line, command);
      if (reply === "late") return fail(makeFailure("timed-out", { step: command.step, seconds: Math.round(command.limit / 1000) }));
      if (reply === "gone") return fail(makeFailure("terminal-restarted", { step: command.step }));
      if (reply !== "nothing" && reply.kind === "reply") return succeed(readOutput(reply.status, reply.body));
      if (reply === "nothing" || reply.reason === "refused") this.#gentleness = Math.min(this.#gentleness + 1, paces.length - 1);
      else if (reply.reason === "overflow") break;
      else if (++damaged >= 2) return this.#fetchPieces(command);
    }
    return fail(makeFailure("frame-corrupt", { tries: 8 }));
  }

  /** Leaves the child shell; the person's own prompt comes back with echo on. */
  async leave(signal: AbortSignal): Promise<void> {
    this.#talk.forget();
    await this.#talk.send(" exit\r");
    await this.#talk.waitFor(() => (recognizePrompt(this.#talk.heard)?.kind === "shell" ? true : null), { within: 700, signal });
  }

  #sum(binary: string): string {
    return this.#tool === null ? String(binary.length) : printChecksum(this.#tool, binary);
  }

  /**
   * One question and what came of it. `nothing`: the shell waits for input without having replied, so the line was
   * spoilt. While a script runs, the continuation prompts of its own lines are the last thing heard: only a shell that
   * answers a CR with another prompt waits for input. `gone`: another program, or the shell around ours, waits there.
   */
  async #ask(token: string, line: string, command: Command): Promise<Reply | FrameFault | "nothing" | "late" | "gone"> {
    const talk = this.#talk;
    const framer = new ReplyFramer(token, this.#tool);
    talk.forget();
    await talk.send(line, paces[this.#gentleness] ?? null);
    const deadline = talk.clock.now() + command.limit;
    for (let knocks = 0; ; ) {
      const left = Math.min(knocks > 0 ? 300 : 1200, deadline - talk.clock.now());
      if (left <= 0) return "late";
      const heard = await talk.waitFor((text) => framer.push(text)[0] ?? null, { within: left, signal: command.signal });
      if (heard) return heard;
      if (talk.quietFor < (knocks > 0 ? 250 : 1000)) continue;
      const kind = recognizePrompt(talk.heard)?.kind;
      if (kind === "login" || kind === "bootloader" || (knocks > 0 && kind === "shell")) return "gone";
      if (knocks > 0 && kind === "ours-unfinished") await talk.send("\x03");
      if (knocks > 0 && (kind === "ours" || kind === "ours-unfinished")) return "nothing";
      // The CR may be lost too: it is sent again after 4 s of silence, and after 16.
      if (talk.quietFor < 1000 * 4 ** knocks || (kind === undefined && talk.heard !== "")) continue;
      knocks++;
      talk.forget();
      await talk.send("\r");
    }
  }

  async #fetchPieces(command: Command): Promise<Result<Output>> {
    let body = "";
    let size: number = pieces[0];
    for (let spoilt = 0; spoilt < 24; ) {
      const token = makeToken(this.#talk);
      const reply = await this.#ask(token, ` b ${token} ${body.length + 1} ${size}\r`, { ...command, limit: 10_000 });
      if (reply === "gone") return fail(makeFailure("terminal-restarted", { step: command.step }));
      if (reply === "late" || reply === "nothing" || reply.kind === "fault") {
        spoilt++;
        size = spoilt > 3 ? pieces[1] : size;
        continue;
      }
      const piece = reply.body.slice(0, -1);
      body += piece;
      if (piece.length < size) return succeed(readOutput(reply.status, body));
    }
    return fail(makeFailure("frame-corrupt", { tries: 24 }));
  }
}

/** True when our own prompt stands there. */
async function enterChild(talk: Conversation, signal: AbortSignal): Promise<boolean> {
  for (let tries = 0; tries < 3; tries++) {
    talk.forget();
    await talk.send(enter, paces[tries + 1] ?? null);
    const seen = await talk.waitFor(() => (recognizePrompt(talk.heard)?.kind === "ours" ? true : null), { within: 3000, signal });
    if (seen) return true;
    if (recognizePrompt(talk.heard)?.kind !== "shell") await settle(talk, signal);
  }
  return false;
}

/** Clears a half-typed line of ours: only ever sent behind one of our own prompts or commands. */
async function settle(talk: Conversation, signal: AbortSignal): Promise<void> {
  await talk.send("\x03");
  await talk.waitForQuiet(150, { within: 1500, signal });
}

/** What the terminal's `rotation` undoes. */
function rotate(binary: string): string {
  return binary.replace(/[A-Za-z]/g, (letter) => {
    const first = letter < "a" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}

function readOutput(status: number, body: string): Output {
  return { status, text: binaryToText(body) };
}

/** Fifty bits: nobody's output holds it by chance or by design. */
function makeToken(talk: Conversation): string {
  return Array.from(talk.random(10), (byte) => (byte & 31).toString(32)).join("");
}
