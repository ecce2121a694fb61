// Commands on a shell over a line that may lose, alter or interrupt anything.
//
//   q TOKEN CHECKSUM 'SCRIPT'   -->   runs SCRIPT once if it arrived whole, keeps its output, prints the reply frame
//   q TOKEN ...  again          -->   prints the kept output again: asking twice never runs twice
//   b TOKEN FROM COUNT          -->   prints a piece of the kept output, for lines that cannot carry it in one
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
const paces: readonly (Pace | null)[] = [
  null,
  null,
  { bytes: 128, rest: 15 },
  { bytes: 32, rest: 10 },
  { bytes: 8, rest: 8 },
];
/** Bytes of output asked for at once when the whole does not come through. */
const pieces = [768, 192] as const;

const enter = ` s=$(stty -g);stty -echo;PS1='${ourPrompt}' PS2='${ourContinuation}' ENV= LC_ALL=C TERM=dumb PAGER=cat sh;stty "$s"\r`;

const functions = [
  // `su` keeps a user's path, which lacks the folders of ip and ifup.
  "PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin",
  `w(){ printf '~%s %s %s\\n%s\\n~%s.\\n' "$1" "$2" "$(printf %s "$3"|$c)" "$3" "$1";}`,
  `q(){ [ "$1" = "$L" ]||{ [ "$(printf %s "$3"|$c)" = "$2" ]||{ echo "~$1!";return;};O=$(eval "$3" 2>&1 </dev/null);S=$?;L=$1;};w "$1" $S "$O";}`,
  `b(){ w "$1" $S "$(printf %s "$O"|tail -c +$2|head -c $3;echo .)";}`,
].join("\n");

export class Shell {
  readonly #talk: Conversation;
  readonly #tool: ChecksumTool | null;
  /** Index into `paces`; only grows. */
  #gentleness = 0;
  /** 0 is root; null when the terminal cannot tell. */
  readonly userId: number | null;

  private constructor(talk: Conversation, tool: ChecksumTool | null, userId: number | null) {
    this.#talk = talk;
    this.#tool = tool;
    this.userId = userId;
  }

  /** Whether what is sent and received can be proven by a checksum. */
  get proves(): boolean {
    return this.#tool !== null;
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
      ` unset HISTFILE;for c in ${checksumTools.join(" ")} "wc -c";do type $c>/dev/null 2>&1&&break;done;echo "~"${token} $c~$(id -u)~\r`,
      pace,
    );
    const tools = await talk.waitFor(() => new RegExp(`~${token} ([a-z0-9 -]+)~(\\d*)~\n`).exec(talk.heard), {
      within: 4000,
      signal,
    });
    if (!tools) return null;
    const tool = checksumTools.find((name) => name === tools[1]) ?? null;
    const sum = tool === null ? String(functions.length) : printChecksum(tool, functions);
    await talk.send(
      ` Q=${quote(functions)};[ "$(printf %s "$Q"|$c)" = "${sum}" ]&&eval "$Q"&&L=&&[ "$BASH_VERSION" ]&&set +H +o emacs +o vi;type b>/dev/null 2>&1&&echo "~"${token}.\r`,
      pace,
    );
    const ready = await talk.waitFor(() => (talk.heard.includes(`~${token}.\n`) ? true : null), {
      within: 4000,
      signal,
    });
    return ready ? new Shell(talk, tool, tools[2] ? Number(tools[2]) : null) : null;
  }

  /** Runs a script on the terminal exactly once and returns its verified output. */
  async run(command: Command): Promise<Result<Output>> {
    const token = makeToken(this.#talk);
    const script = textToBinary(command.script);
    const line = ` q ${token} "${this.#sum(script)}" ${quote(script)}\r`;
    let damaged = 0;
    for (let tries = 0; tries < 8; tries++) {
      const reply = await this.#ask(token, line, command);
      if (reply === "late")
        return fail(makeFailure("timed-out", { step: command.step, seconds: Math.round(command.limit / 1000) }));
      if (reply === "gone") return fail(makeFailure("terminal-restarted", { step: command.step }));
      if (reply !== "nothing" && reply.kind === "reply") return succeed(readOutput(reply.status, reply.body));
      if (reply === "nothing" || reply.reason === "refused")
        this.#gentleness = Math.min(this.#gentleness + 1, paces.length - 1);
      else if (reply.reason === "overflow") break;
      else if (++damaged >= 2) return this.#fetchPieces(command);
    }
    return fail(makeFailure("frame-corrupt", { tries: 8 }));
  }

  /** Leaves the child shell; the person's own prompt comes back with echo on. */
  async leave(signal: AbortSignal): Promise<void> {
    this.#talk.forget();
    await this.#talk.send(" exit\r");
    await this.#talk.waitFor(() => (recognizePrompt(this.#talk.heard)?.kind === "shell" ? true : null), {
      within: 700,
      signal,
    });
  }

  #sum(binary: string): string {
    return this.#tool === null ? String(binary.length) : printChecksum(this.#tool, binary);
  }

  /** One question and what came of it. `nothing`: the shell is back at its prompt without a reply, so the line was spoilt. */
  async #ask(token: string, line: string, command: Command): Promise<Reply | FrameFault | "nothing" | "late" | "gone"> {
    const talk = this.#talk;
    const framer = new ReplyFramer(token, this.#tool);
    talk.forget();
    await talk.send(line, paces[this.#gentleness] ?? null);
    const deadline = talk.clock.now() + command.limit;
    for (;;) {
      const left = Math.min(1200, deadline - talk.clock.now());
      if (left <= 0) return "late";
      const heard = await talk.waitFor((text) => framer.push(text)[0] ?? null, {
        within: left,
        signal: command.signal,
      });
      if (heard) return heard;
      if (talk.quietFor < 1000) continue;
      const prompt = recognizePrompt(talk.heard);
      if (prompt?.kind === "ours-unfinished") await talk.send("\x03");
      if (prompt?.kind === "ours" || prompt?.kind === "ours-unfinished") return "nothing";
      if (prompt?.kind === "login" || prompt?.kind === "bootloader") return "gone";
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
    const seen = await talk.waitFor(() => (recognizePrompt(talk.heard)?.kind === "ours" ? true : null), {
      within: 3000,
      signal,
    });
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

function readOutput(status: number, body: string): Output {
  return { status, text: binaryToText(body) };
}

/** Fifty bits: nobody's output holds it by chance or by design. */
function makeToken(talk: Conversation): string {
  return Array.from(talk.random(10), (byte) => (byte & 31).toString(32)).join("");
}
