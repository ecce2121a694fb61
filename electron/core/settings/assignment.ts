// One wanted change, as `--set` and a correction write it: INTERFACE.FIELD=VALUE, or FIELD=VALUE for what the terminal has
// only once, such as clock=now or tpdu=6000030000.
// Interface names may hold dots (eth0.10), so a field is matched from the right.
import { makeFailure } from "../failures/failure.ts";
import { fail, type Result, succeed } from "../failures/result.ts";
import { parseAcquirerValue } from "./acquirer-assignment.ts";
import { type AcquirerField, isAcquirerField } from "./acquirer-field.ts";
import { type CellularField, cellularFields, isCellularField, parseCellularValue } from "./cellular-assignment.ts";
import { clockField, clockTolerance, wholeTerminal } from "./clock-field.ts";
import { type CidrFault, parseCidr, printCidr } from "./cidr.ts";
import { parseIpv4 } from "./ipv4.ts";
import { nameField } from "./change.ts";
import { refuseValue, type UnusableReason } from "./unusable-value.ts";

/** The settings that can be changed in first light; `dns` takes a comma-separated list, empty to clear. */
export const writableFields = ["ipv4.method", "ipv4.address", "ipv4.gateway", "ipv4.dns"] as const;

export type WritableField = (typeof writableFields)[number];

export { clockField, clockTolerance, wholeTerminal };

type WholeField = AcquirerField | typeof clockField;
type Field = WritableField | CellularField | WholeField;

export interface Assignment {
  /** Empty for what the terminal has only once. */
  readonly interface: string;
  readonly field: Field;
  /** Canonical text: `static`, `192.168.1.9/24`, `192.168.1.1`, `192.168.1.1,9.9.9.9`, `now`; empty clears. */
  readonly value: string;
}

/**
 * Reads `eth0.ipv4.address=192.168.1.9/24`; a dotted mask after the slash is taken too and printed as a prefix length.
 * A gateway and a list of name servers may be empty, which clears them. Whether the values make sense is for the rules.
 * Failures: `unknown-field`, `unusable-value`, `value-refused` (control characters), and `unknown-interface` when
 * `knownInterfaces` is given and does not hold the name.
 */
export function parseAssignment(text: string, knownInterfaces?: readonly string[]): Result<Assignment> {
  const equals = text.indexOf("=");
  const path = equals < 0 ? text : text.slice(0, equals);
  const control = findControl(text);
  if (control !== null) {
    return fail(makeFailure("value-refused", { field: nameControls(path), character: control }));
  }
  const typed = text.slice(equals + 1).trim();
  const named = equals < 0 ? null : readPath(path);
  if (named === null) {
    return fail(makeFailure("unknown-field", { field: path }));
  }
  const { interface: name, field } = named;
  if (name !== wholeTerminal && knownInterfaces !== undefined && !knownInterfaces.includes(name)) {
    return fail(makeFailure("unknown-interface", { interface: name, known: knownInterfaces.join(", ") }));
  }
  const value = parseValue(field, typed);
  return value.ok
    ? succeed({ interface: name, field, value: value.value })
    : fail(refuseValue(nameField(named), typed, value.failure));
}

/** Null for a setting that nobody knows, and for one that needs an interface and names none. */
function readPath(path: string): Pick<Assignment, "interface" | "field"> | null {
  if (isWholeField(path)) return { interface: wholeTerminal, field: path };
  const field = [...writableFields, ...cellularFields].find((candidate) => path.endsWith(`.${candidate}`));
  const name = field === undefined ? "" : path.slice(0, -field.length - 1);
  return field === undefined || name === "" ? null : { interface: name, field };
}

/** What the terminal has only once. */
export function isWholeField(field: string): field is WholeField {
  return field === clockField || isAcquirerField(field);
}

export function printAssignment(assignment: Assignment): string {
  return `${nameField(assignment)}=${assignment.value}`;
}

function parseValue(field: Field, typed: string): Result<string, UnusableReason> {
  if (isCellularField(field)) return parseCellularValue(field, typed);
  if (isAcquirerField(field)) return parseAcquirerValue(field, typed);
  switch (field) {
    case clockField:
      return typed === "now" ? succeed(typed) : fail("clock-form");
    case "ipv4.method":
      return typed === "static" || typed === "dhcp" ? succeed(typed) : fail("method-form");
    case "ipv4.address": {
      const cidr = parseCidr(typed);
      return cidr.ok ? succeed(printCidr(cidr.value)) : fail(explain(cidr.failure));
    }
    case "ipv4.gateway":
      return typed === "" || parseIpv4(typed).ok ? succeed(typed) : fail("address-form");
    case "ipv4.dns": {
      const servers = typed === "" ? [] : typed.split(",").map((server) => server.trim());
      return servers.every((server) => parseIpv4(server).ok) ? succeed(servers.join(",")) : fail("address-form");
    }
  }
}

function explain(fault: CidrFault): UnusableReason {
  switch (fault) {
    case "prefix-missing":
      return "prefix-missing";
    case "wildcard":
      return "mask-wildcard";
    case "unreadable":
    case "out-of-range":
    case "not-contiguous":
      return "mask-form";
    case "leading-zero":
    case "not-decimal":
    case "not-four-parts":
    case "part-too-large":
      return "address-form";
  }
}

// C0, DEL, C1 and the line separators: whatever a terminal could take for the end of a line or the start of a sequence.
const controls = /[\p{Cc}\u2028\u2029]/u;

function findControl(text: string): string | null {
  const found = controls.exec(text)?.[0];
  return found === undefined ? null : nameCharacter(found);
}

function nameControls(text: string): string {
  return text.replace(new RegExp(controls, "gu"), nameCharacter);
}

function nameCharacter(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
