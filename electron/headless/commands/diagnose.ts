// Why a terminal cannot communicate: stage by stage, with the causes, what speaks for each, and what to do.
import type { Asked, Output } from "../../contract/commands.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { type PortOptions, usage } from "../options.ts";
import { printDiagnosis, printStage } from "../print-diagnosis.ts";
import { writePrivateFile } from "../write-private-file.ts";
import { withTerminal } from "../with-terminal.ts";

export interface DiagnoseOptions extends PortOptions {
  /** `HOST:PORT`, or `tls:HOST:PORT`. */
  readonly host: readonly string[];
  /** `QUESTION=OPTION`. */
  readonly answer: readonly string[];
  readonly code: readonly string[];
  readonly sameRouter: boolean;
  readonly within: number;
  /** Where the evidence pack is saved. */
  readonly pack?: string | undefined;
}

type Request = Asked<"diagnosis.run">;

export async function diagnose(options: DiagnoseOptions, voice: Voice): Promise<number> {
  const told = readTold(options);
  if (!told.ok) {
    voice.complain(told.failure);
    return statusOf(told.failure);
  }
  return withTerminal(options, voice, async ({ client, session, signal }) => {
    client.on("hop", ({ stage }) => voice.say(printStage(stage, voice)));
    const diagnosed = await client.call("diagnosis.run", { session, ...told.value }, signal);
    if (!diagnosed.ok) {
      voice.complain(diagnosed.failure);
      return statusOf(diagnosed.failure);
    }
    voice.show(shape(diagnosed.value), printDiagnosis(diagnosed.value, voice));
    if (options.pack === undefined) return exitStatus.done;
    const { settings, stages, lines } = diagnosed.value;
    const { answers, codes } = told.value;
    const made = new Date().toISOString();
    const packed = await client.call("pack.make", { settings, stages, lines, answers, codes, made }, signal);
    const problem = packed.ok
      ? await writePrivateFile(options.pack, Buffer.from(packed.value.zip, "base64"), { replace: false })
      : packed.failure;
    if (problem === null) return exitStatus.done;
    voice.complain(problem);
    return statusOf(problem);
  });
}

/** `advice` by role, as other programs read it. */
function shape(diagnosed: Output<"diagnosis.run">): unknown {
  const { stages, causes, verdict, hostAnswered, conflict, question, channel, advice } = diagnosed;
  const { call, corrections, ...role } = advice;
  const told = { role, call, corrections };
  return { stages, causes, verdict, hostAnswered, conflict, question, channel, advice: told };
}

function readTold(options: DiagnoseOptions): Result<Omit<Request, "session">> {
  const hosts: { host: string; port: number; tls: boolean }[] = [];
  for (const text of options.host) {
    const [, tls, bracketed, plain, port = ""] = /^(tls:)?(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text) ?? [];
    const host = bracketed ?? plain;
    if (host === undefined || Number(port) < 1 || Number(port) > 65_535)
      return fail(usage("--host", fill("HOST:PORT, {text}", { text })));
    hosts.push({ host, port: Number(port), tls: tls !== undefined });
  }
  const answers: { question: string; option: string }[] = [];
  for (const text of options.answer) {
    const [, question, option] = /^([a-z-]+)=([a-z-]+)$/.exec(text) ?? [];
    if (question === undefined || option === undefined) return fail(usage("--answer", `QUESTION=OPTION, ${text}`));
    answers.push({ question, option });
  }
  const codes = options.code.map((code) => ({ code }));
  return succeed({ hosts, answers, codes, sharesRouter: options.sameRouter, seconds: options.within });
}
