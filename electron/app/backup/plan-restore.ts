// A backup's file -> the plan that brings its settings onto the terminal that is connected, be it the same or its replacement.
import { z } from "zod";
import type { Input, Output } from "../../contract/commands.ts";
import type { Task } from "../../core/dialects/task.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { makePlan } from "../../core/plans/make-plan.ts";
import { type Assignment, parseAssignment } from "../../core/settings/assignment.ts";
import type { InterfaceSettings, IpSettings, NetworkSettings } from "../../core/settings/network-settings.ts";
import { refuseInput } from "../files/invalid-input.ts";
import { describeTerminal, isSameTerminal } from "../records/pushed-terminal.ts";
import { keepPlan, type OpenSession } from "../sessions.ts";
import { type Backup, describeBeside, readBackup } from "./backup-file.ts";
import { restoreAcquirer } from "./restore-acquirer.ts";
import { unseal } from "./seal.ts";

type Request = Omit<Input<"backup.plan">, "session">;

const secretsSchema = z.array(z.object({ setting: z.string(), value: z.string() }));

export async function planRestore(
  open: OpenSession,
  { name: file, text, passphrase }: Request,
  task: Task,
): Promise<Result<Output<"backup.plan">>> {
  const backup = readBackup(text, file);
  if (!backup.ok) return backup;
  const secrets = await listSecrets(backup.value, { passphrase, file });
  if (!secrets.ok) return secrets;
  const planned = await planSettings(open, { saved: backup.value.settings, where: file }, task);
  if (!planned.ok) return planned;
  const { leftOut, to } = planned.value;
  return succeed({
    ...planned.value,
    made: backup.value.made,
    from: backup.value.terminal,
    isOtherTerminal: !isSameTerminal(backup.value.terminal, to),
    leftOut: [...leftOut, ...secrets.value],
  });
}

type PlannedSettings = Pick<Output<"backup.plan">, "plan" | "to" | "unmatched" | "leftOut">;

/** What was kept of one terminal, as a plan for the one that is connected. `where`: what a failure names. */
export async function planSettings(
  open: OpenSession,
  { saved, where }: { readonly saved: NetworkSettings; readonly where: string },
  task: Task,
): Promise<Result<PlannedSettings>> {
  const reading = await open.dialect.read(task);
  if (!reading.ok) return reading;
  open.reading = reading.value;
  open.plans.clear();
  const wanted = assignAll(saved, reading.value);
  if (wanted.set.length === 0 && wanted.matched === 0) {
    return fail(makeFailure("restore-nothing", { known: reading.value.interfaces.map(({ name }) => name).join(", ") }));
  }
  const assignments: Assignment[] = [];
  for (const line of wanted.set) {
    const parsed = parseAssignment(line);
    if (!parsed.ok) return fail(refuseInput(where, parsed.failure.message));
    assignments.push(parsed.value);
  }
  const plan = makePlan(reading.value, reading.value.terminal, { assignments });
  if (!plan.ok) return plan;
  const { unmatched, leftOut } = wanted;
  return succeed({
    plan: keepPlan(open, plan.value),
    to: describeTerminal(reading.value, open.port),
    ...{ unmatched, leftOut },
  });
}

/** Names of the secrets in the file: no setting that is one can be written yet, and a wrong pass-phrase is said. */
async function listSecrets(
  { secrets, ...backup }: Backup,
  { passphrase, file }: { readonly passphrase: string | null; readonly file: string },
): Promise<Result<readonly string[]>> {
  if (secrets === null || passphrase === null) return succeed(secrets === null ? [] : ["secrets"]);
  const opened = await unseal(secrets, passphrase, describeBeside(backup));
  if (opened === null) return fail(makeFailure("passphrase-wrong", { file }));
  const parsed = secretsSchema.safeParse(JSON.parse(opened));
  return succeed(parsed.success ? parsed.data.map(({ setting }) => setting) : ["secrets"]);
}

interface WantedSettings {
  readonly set: readonly string[];
  readonly matched: number;
  readonly unmatched: readonly string[];
  readonly leftOut: readonly string[];
}

function assignAll(saved: NetworkSettings, present: NetworkSettings): WantedSettings {
  const own = saved.interfaces.filter(({ kind }) => kind !== "loopback" && kind !== "virtual" && kind !== "bridge");
  const isThere = ({ name, kind }: InterfaceSettings): boolean =>
    present.interfaces.some((each) => each.name === name && each.kind === kind);
  const matching = own.filter(isThere);
  const acquirer = restoreAcquirer(saved, present);
  return {
    set: [...matching.flatMap(({ name, ipv4 }) => assign(name, ipv4)), ...acquirer.set],
    matched: matching.length,
    unmatched: own.filter((each) => !isThere(each)).map(({ name, kind }) => `${name} (${kind ?? "?"})`),
    leftOut: [...matching.flatMap(nameUnwritable), ...acquirer.leftOut],
  };
}

function assign(name: string, ipv4: IpSettings | null): readonly string[] {
  // Name servers of a leased interface may be the lease's own: the server gives them again.
  if (ipv4?.method === "dhcp") return [`${name}.ipv4.method=dhcp`];
  if (ipv4?.method !== "static" || ipv4.address === null || ipv4.prefixLength === null) return [];
  return [
    `${name}.ipv4.method=static`,
    `${name}.ipv4.address=${ipv4.address}/${ipv4.prefixLength}`,
    `${name}.ipv4.gateway=${ipv4.gateway ?? ""}`,
    `${name}.ipv4.dns=${ipv4.dns.join(",")}`,
  ];
}

/** What the file holds of an interface and cannot be written. */
function nameUnwritable({ name, ipv4, wifi, cellular }: InterfaceSettings): readonly string[] {
  return [
    ...(ipv4 !== null && assign(name, ipv4).length === 0 ? [`${name}.ipv4`] : []),
    ...((ipv4?.method === "static" ? ipv4.additional : []).length > 0 ? [`${name}.ipv4.additional`] : []),
    ...(wifi?.ssid != null ? [`${name}.wifi`] : []),
    ...(cellular?.apn != null ? [`${name}.cellular`] : []),
  ];
}
