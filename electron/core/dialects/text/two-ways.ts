// Wanted changes -> the commands that make them, and those that take them back from whatever stands there then.
//
//   reading (before) + changes --> there: set commands          back(reading now): set commands for what is not as before
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { applyAcquirer } from "../../settings/acquirer-assignment.ts";
import { isAcquirerField } from "../../settings/acquirer-field.ts";
import { printAcquirerField } from "../../settings/acquirer-value.ts";
import type { Change } from "../../settings/change.ts";
import { wholeTerminal } from "../../settings/clock-field.ts";
import type { InterfaceSettings } from "../../settings/network-settings.ts";
import type { Reading } from "../dialect.ts";
import { listAcquirerSettable, makeAcquirerCommands } from "./acquirer-commands.ts";
import type { DescribedTextInterface, TextDescription } from "./description.ts";
import {
  type FilledCommand,
  listSettable,
  makeSetCommands,
  type WantedField,
  type WantedSettings,
} from "./set-commands.ts";

export interface Way {
  readonly there: readonly FilledCommand[];
  readonly back: (now: Reading) => Result<readonly FilledCommand[]>;
}

const fields: readonly WantedField[] = ["ipv4.method", "ipv4.address", "ipv4.gateway", "ipv4.dns"];

/** Failures: `unknown-interface`, `unknown-field`, and those of the commands, of the way back as well. */
export function planWay(description: TextDescription, before: Reading, changes: readonly Change[]): Result<Way> {
  const there: FilledCommand[] = [];
  const touched = new Set(changes.map((change) => change.interface));
  const after = imagine(before, changes);
  if (!after.ok) return after;
  for (const name of touched) {
    const own = changes.filter((change) => change.interface === name);
    const forth =
      name === wholeTerminal
        ? makeAcquirerCommands(description, after.value, own.map(({ field }) => field).filter(isAcquirerField))
        : planInterface(description, before, own);
    if (!forth.ok) return forth;
    there.push(...forth.value);
  }
  const back = (now: Reading): Result<readonly FilledCommand[]> => takeBack(description, touched, { before, now });
  // What could not be put back is not changed: proven on what the changes lead to.
  const proven = back(after.value);
  return proven.ok ? succeed({ there, back }) : proven;
}

function planInterface(
  description: TextDescription,
  before: Reading,
  changes: readonly Change[],
): Result<readonly FilledCommand[]> {
  const [{ interface: name } = { interface: "" }] = changes;
  const described = description.interfaces.find((each) => each.name === name);
  const current = before.interfaces.find((each) => each.name === name);
  if (!described || !current) {
    const known = description.interfaces.map((each) => each.name).join(", ");
    return fail(makeFailure("unknown-interface", { interface: name, known }));
  }
  const strange = changes.find(({ field }) => !isField(field));
  if (strange) return fail(makeFailure("unknown-field", { field: `${name}.${strange.field}` }));
  const wanted = { ...printWanted(current), ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
  return makeSetCommands(described, wanted, changes.map(({ field }) => field).filter(isField));
}

interface Compared {
  readonly before: Reading;
  readonly now: Reading;
}

function takeBack(
  description: TextDescription,
  touched: ReadonlySet<string>,
  { before, now }: Compared,
): Result<readonly FilledCommand[]> {
  const commands: FilledCommand[] = [];
  for (const described of description.interfaces.filter(({ name }) => touched.has(name))) {
    const made = takeInterfaceBack(
      described,
      findInterface(before, described.name),
      findInterface(now, described.name),
    );
    if (!made.ok) return made;
    commands.push(...made.value);
  }
  if (!touched.has(wholeTerminal)) return succeed(commands);
  const differing = listAcquirerSettable(description).filter(
    (field) => printAcquirerField(before, field) !== printAcquirerField(now, field),
  );
  const made = makeAcquirerCommands(description, before, differing);
  return made.ok ? succeed([...commands, ...made.value]) : made;
}

function takeInterfaceBack(
  described: DescribedTextInterface,
  old: InterfaceSettings | undefined,
  current: InterfaceSettings | undefined,
): Result<readonly FilledCommand[]> {
  if (!old || !current) return succeed([]);
  const wanted = printWanted(old);
  const found = printWanted(current);
  return makeSetCommands(
    described,
    wanted,
    // What no command sets, no command of ours has changed.
    listSettable(described).filter((field) => wanted[field] !== found[field]),
  );
}

/** A reading as it would be after the changes. Failures: `unknown-field`. */
function imagine(before: Reading, changes: readonly Change[]): Result<Reading> {
  const strange = changes.find(({ interface: name, field }) => name === wholeTerminal && !isAcquirerField(field));
  if (strange) return fail(makeFailure("unknown-field", { field: strange.field }));
  const acquirer = applyAcquirer(
    before,
    changes.map(({ field, to }) => ({ field, value: to ?? "" })),
  );
  if (!acquirer.ok) return acquirer;
  const { hosts, tpdu, merchantNumber, terminalNumber } = acquirer.value;
  const interfaces = before.interfaces.map((each) => {
    const own = changes.filter((change) => change.interface === each.name);
    const after: WantedSettings = {
      ...printWanted(each),
      ...Object.fromEntries(own.map(({ field, to }) => [field, to])),
    };
    const [address = null, prefix = ""] = after["ipv4.address"]?.split("/") ?? [];
    const method = after["ipv4.method"] === "dhcp" ? ("dhcp" as const) : ("static" as const);
    const ipv4 = {
      method,
      address,
      prefixLength: /^\d+$/.test(prefix) ? Number(prefix) : null,
      gateway: after["ipv4.gateway"] === "" ? null : after["ipv4.gateway"],
      dns: (after["ipv4.dns"] ?? "").split(",").filter((server) => server !== ""),
      additional: [],
    };
    return { ...each, ipv4 };
  });
  return succeed({ ...before, interfaces, hosts, tpdu, merchantNumber, terminalNumber });
}

export function printWanted({ ipv4 }: InterfaceSettings): WantedSettings {
  return {
    "ipv4.method": ipv4?.method ?? null,
    "ipv4.address": ipv4?.address == null ? null : `${ipv4.address}/${ipv4.prefixLength ?? ""}`,
    "ipv4.gateway": ipv4?.gateway ?? null,
    "ipv4.dns": !ipv4 || ipv4.dns.length === 0 ? null : ipv4.dns.join(","),
  };
}

function findInterface({ interfaces }: Reading, name: string): InterfaceSettings | undefined {
  return interfaces.find((each) => each.name === name);
}

function isField(field: string): field is WantedField {
  return fields.some((each) => each === field);
}
