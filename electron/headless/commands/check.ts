// Settings from a file, checked without a terminal: what `read --json` prints, `{ interfaces: [...] }`, a list of them, or
// a sheet with a terminal on each row. One terminal is answered by `{ findings, verdict }`, a list by a list of those.
import type { Client } from "../../contract/client.ts";
import type { Input, Output } from "../../contract/commands.ts";
import { readPolicy } from "../../app/files/read-policy.ts";
import { readPcNetworks } from "../../app/pc-networks.ts";
import type { Failure } from "../../core/failures/failure.ts";
import { type Result, succeed } from "../../core/failures/result.ts";
import type { Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { printChecked, printFleet } from "../print-report.ts";
import { printSarif } from "../print-sarif.ts";
import { type ReadTerminals, readOctets, readTerminals } from "../read-terminals.ts";
import { withClient } from "../with-terminal.ts";

export interface CheckOptions {
  readonly policy?: string | undefined;
  readonly format: "json" | "text" | "sarif";
  readonly sameRouter: boolean;
}

type Checked = Output<"settings.check">;
type Around = Pick<Input<"settings.check">, "policy" | "pc">;

export async function checkFile(file: string, options: CheckOptions, voice: Voice): Promise<number> {
  const read = await readTerminals(file);
  if (!read.ok) return complain(read.failure, voice);
  const around = await readAround(options);
  if (!around.ok) return complain(around.failure, voice);
  return withClient(async (client, signal) => {
    const checked = await checkAll(client, { read: read.value, around: around.value }, signal);
    if (!checked.ok) return complain(checked.failure, voice);
    show({ file, read: read.value, checked: checked.value }, options, voice);
    const isWrong = checked.value.some(({ findings }) => findings.some(({ severity }) => severity === "error"));
    return isWrong ? exitStatus.findings : exitStatus.done;
  });
}

async function readAround({ policy: file, sameRouter }: CheckOptions): Promise<Result<Around>> {
  const pc = sameRouter ? await readPcNetworks(true) : null;
  if (file === undefined) return succeed({ pc });
  const octets = await readOctets(file);
  if (!octets.ok) return octets;
  const policy = readPolicy(octets.value, file);
  return policy.ok ? succeed({ policy: policy.value, pc }) : policy;
}

async function checkAll(
  client: Client,
  { read, around }: { readonly read: ReadTerminals; readonly around: Around },
  signal: AbortSignal,
): Promise<Result<readonly Checked[]>> {
  const [only] = read.terminals;
  if (!read.isList && only !== undefined) {
    const one = await client.call("settings.check", { settings: only, ...around }, signal);
    return one.ok ? succeed([one.value]) : one;
  }
  const all = await client.call("settings.check-fleet", { terminals: read.terminals, ...around }, signal);
  return all.ok ? succeed(all.value.checked) : all;
}

interface Shown {
  readonly file: string;
  readonly read: ReadTerminals;
  readonly checked: readonly Checked[];
}

function show({ file, read, checked }: Shown, { format }: CheckOptions, voice: Voice): void {
  if (format === "sarif") {
    voice.show(null, JSON.stringify(printSarif({ file, lines: read.lines, checked }, voice.language), null, 2));
    return;
  }
  const answers = checked.map((one, place) => {
    const notes = read.notes?.[place] ?? [];
    return notes.length > 0 ? { ...one, notes } : one;
  });
  if (!read.isList) {
    const [one] = answers;
    if (one !== undefined) voice.show(one, printChecked(one, voice));
    return;
  }
  voice.show(answers, printFleet(read.terminals, answers, voice));
}

function complain(failure: Failure, voice: Voice): number {
  voice.complain(failure);
  return statusOf(failure);
}
