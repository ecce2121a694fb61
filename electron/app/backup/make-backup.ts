// The terminal's settings -> a file that is proven complete: read twice and compared, nothing missing, or refused.
import type { Input, Output } from "../../contract/commands.ts";
import type { Reading } from "../../core/dialects/dialect.ts";
import type { Task } from "../../core/dialects/task.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { type InterfaceSettings, networkSettingsSchema } from "../../core/settings/network-settings.ts";
import { describeTerminal } from "../records/pushed-terminal.ts";
import type { Records } from "../records/records.ts";
import { leaveOutSecrets } from "../records/without-secrets.ts";
import type { OpenSession } from "../sessions.ts";
import { type Backup, backupHead, describeBeside, printBackup } from "./backup-file.ts";
import { seal } from "./seal.ts";

type Request = Omit<Input<"backup.make">, "session">;

export async function makeBackup(
  { open, records }: { readonly open: OpenSession; readonly records: Records },
  { passphrase }: Request,
  task: Task,
): Promise<Result<Output<"backup.make">>> {
  const first = await open.dialect.read(task);
  if (!first.ok) return first;
  const second = await open.dialect.read(task);
  if (!second.ok) return second;
  open.reading = second.value;
  const reading = second.value;
  const changed = findChanged(first.value, reading);
  if (changed !== null) return fail(makeFailure("backup-unsteady", { what: changed }));
  const unread = reading.interfaces.find(isUnread);
  if (unread) return fail(makeFailure("backup-incomplete", { interface: unread.name }));
  const terminal = describeTerminal(reading, open.port);
  const made = records.now();
  const secrets = listSecrets(reading);
  const sealed =
    passphrase === null || secrets.length === 0
      ? null
      : await seal(JSON.stringify(secrets), passphrase, describeBeside({ made, terminal: copy(terminal) }));
  const { clock: _, neighbours: __, ...settings } = networkSettingsSchema.parse(leaveOutSecrets(reading));
  const backup: Backup = { ...backupHead, made, terminal: copy(terminal), settings, secrets: sealed };
  const count = { sealed: sealed === null ? 0 : secrets.length, leftOut: sealed === null ? secrets.length : 0 };
  return succeed({ ...printBackup(backup), terminal, secrets: count });
}

function copy<Terminal extends { readonly macs: readonly string[] }>(terminal: Terminal) {
  return { ...terminal, macs: [...terminal.macs] };
}

/** The first part of the settings that two readings tell differently; what changes by itself is left out of both. */
function findChanged(one: Reading, other: Reading): string | null {
  const [before, after] = [describeLasting(one), describeLasting(other)];
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].find((name) => before.get(name) !== after.get(name)) ?? null;
}

function describeLasting(reading: Reading): ReadonlyMap<string, string> {
  const leased = reading.interfaces.some(({ ipv4 }) => ipv4?.method === "dhcp");
  const { serialNumber, hostName } = reading.terminal;
  const parts: readonly (readonly [string, unknown])[] = [
    ...reading.interfaces.map((each) => [each.name, describeInterface(each)] as const),
    ["terminal", [serialNumber, hostName]],
    ["dns", leased ? null : reading.nameServers],
    ["hosts", reading.hosts],
    ["tpdu", reading.tpdu],
    ["merchant", [reading.merchantNumber, reading.terminalNumber]],
  ];
  return new Map(parts.map(([name, value]) => [name, JSON.stringify(value)]));
}

function describeInterface({ kind, manager, ipv4, ipv6, wifi, cellular, ppp }: InterfaceSettings): unknown {
  // A lease, a router's prefix and the strength of a signal come and go by themselves.
  const own = ipv4?.method === "dhcp" ? { method: ipv4.method } : { ...ipv4, lease: null };
  return [kind, manager, own, ipv6?.method, wifi?.ssid, wifi?.security, wifi?.passphrase, cellular?.apn, ppp?.user];
}

/** Somebody keeps its settings, and they could not be read. */
function isUnread({ kind, manager, ipv4 }: InterfaceSettings): boolean {
  return (kind === "ethernet" || kind === "wifi") && manager !== null && ipv4 === null;
}

interface Secret {
  readonly setting: string;
  readonly value: string;
}

function listSecrets({ interfaces }: Reading): readonly Secret[] {
  return interfaces.flatMap(({ name, wifi }) =>
    wifi?.passphrase == null ? [] : [{ setting: `${name}.wifi.passphrase`, value: wifi.passphrase }],
  );
}
