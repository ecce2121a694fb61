// Why a terminal cannot communicate: stage by stage, with the causes, what speaks for each, and what to do.
import type { Asked, Output } from "../../contract/commands.ts";
import { readPack } from "../../app/diagnosis/pack/read-pack.ts";
import { refuseInput } from "../../app/files/invalid-input.ts";
import { compareHealthy, type Difference, type HealthyRecord } from "../../core/diagnosis/compare-healthy.ts";
import type { Failure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { type PortOptions, usage } from "../options.ts";
import { printDiagnosis, printStage } from "../print-diagnosis.ts";
import { readOctets } from "../read-terminals.ts";
import { writePrivateFile } from "../write-private-file.ts";
import { type Connected, withTerminal } from "../with-terminal.ts";

export interface DiagnoseOptions extends PortOptions {
  /** `HOST:PORT`, or `tls:HOST:PORT`. */
  readonly host: readonly string[];
  /** `QUESTION=OPTION`. */
  readonly answer: readonly string[];
  readonly code: readonly string[];
  readonly sameRouter: boolean;
  readonly within: number;
  /** The evidence pack of a terminal that works: what differs is told. */
  readonly healthy?: string | undefined;
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
  const healthy = options.healthy === undefined ? null : await openHealthy(options.healthy);
  if (healthy?.ok === false) {
    voice.complain(healthy.failure);
    return statusOf(healthy.failure);
  }
  return withTerminal(options, voice, async ({ client, session, signal }) => {
    client.on("hop", ({ stage }) => voice.say(printStage(stage, voice)));
    const diagnosed = await client.call("diagnosis.run", { session, ...told.value }, signal);
    if (!diagnosed.ok) {
      voice.complain(diagnosed.failure);
      return statusOf(diagnosed.failure);
    }
    const problem = await savePack(diagnosed.value, { options, told: told.value, connected: { client, signal } });
    // One value on standard output, whatever became of the pack.
    const differences = healthy === null ? null : compareHealthy(diagnosed.value, healthy.value);
    const shown = {
      ...shape(diagnosed.value),
      ...(differences === null ? {} : { differences }),
      ...(problem === null ? {} : { failure: problem }),
    };
    voice.show(shown, [printDiagnosis(diagnosed.value, voice), ...(differences ?? []).map(printDifference)].join("\n"));
    if (problem === null) return exitStatus.done;
    voice.say(`${voice.translate(problem.message)} [${problem.code}]`);
    return statusOf(problem);
  });
}

async function openHealthy(file: string): Promise<Result<HealthyRecord>> {
  const octets = await readOctets(file);
  const pack = octets.ok ? readPack(octets.value, file) : octets;
  if (!pack.ok) return pack;
  const { settings, stages } = pack.value;
  if (settings !== null) return succeed({ settings, stages });
  return fail(refuseInput(file, { en: "it holds no settings to compare with", "zh-CN": "里面没有可供对照的设置" }));
}

function printDifference({ field, here, healthy, how }: Difference): string {
  return `${how === "same" ? "=" : "≠"} ${field}: ${here ?? "-"} | ${healthy ?? "-"}`;
}

interface Saving {
  readonly options: DiagnoseOptions;
  readonly told: Omit<Request, "session">;
  readonly connected: Pick<Connected, "client" | "signal">;
}

/** Null when it is saved, or when nobody wants one. */
async function savePack(
  { settings, stages, lines }: Output<"diagnosis.run">,
  { options, told, connected: { client, signal } }: Saving,
): Promise<Failure | null> {
  if (options.pack === undefined) return null;
  const { answers, codes } = told;
  const made = new Date().toISOString();
  const packed = await client.call("pack.make", { settings, stages, lines, answers, codes, made }, signal);
  return packed.ok
    ? writePrivateFile(options.pack, Buffer.from(packed.value.zip, "base64"), { replace: false })
    : packed.failure;
}

/** As other programs read it: `advice` is a list for each role, and nothing else. */
function shape(diagnosed: Output<"diagnosis.run">): Readonly<Record<string, unknown>> {
  const { stages, causes, verdict, state, hostAnswered, conflict, question, channel, advice } = diagnosed;
  const { call, push, corrections, shop, distributor, technician } = advice;
  const roles = { shop, distributor, technician };
  return {
    ...{ stages, causes, advice: roles, verdict, state, hostAnswered, conflict, question, channel },
    ...{ call, numbers: listNumbers(diagnosed), push, corrections },
  };
}

/** What will be asked for on the phone, as far as the terminal tells it. */
function listNumbers({ settings, channel }: Output<"diagnosis.run">): Readonly<Record<string, string>> {
  const { terminal, interfaces, tpdu } = settings;
  const used = interfaces.find(({ ipv4 }) => ipv4?.address != null && ipv4.gateway != null);
  const sim =
    channel === "cellular" ? (interfaces.find(({ cellular }) => cellular != null)?.cellular?.iccid ?? null) : null;
  const model = [terminal?.vendor, terminal?.model].filter(Boolean).join(" ");
  const all = {
    serialNumber: terminal?.serialNumber,
    model,
    firmware: terminal?.firmware,
    address: used?.ipv4?.address,
    sim,
    tpdu,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value == null || value === "" ? [] : [[name, value]])),
  );
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
