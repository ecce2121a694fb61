// Wanted hosts, TPDU, merchant and terminal number -> the described commands that set them, in the description's order.
//
//   settings as they shall be --kinds--> {placeholder: text} --> "host {host1} {port1}"
//
// A command is sent when one of its placeholders concerns a field that changes; the others are filled with what stays.
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { parseAcquirerValue, parseHostValue } from "../../settings/acquirer-assignment.ts";
import { type AcquirerField, findHostPlace } from "../../settings/acquirer-field.ts";
import { printAcquirerField } from "../../settings/acquirer-value.ts";
import type { NetworkSettings } from "../../settings/network-settings.ts";
import { findForbiddenCommand } from "../forbidden.ts";
import type { TextDescription, Told } from "./description.ts";
import type { FilledCommand } from "./set-commands.ts";

type Described = Pick<TextDescription, "hosts" | "tpdu" | "merchantNumber" | "terminalNumber" | "set">;

const placeholder = /\{(host[1-9]\d?|port[1-9]\d?|tpdu|merchantNumber|terminalNumber)\}/g;

export function listAcquirerPlaceholders(command: string): readonly string[] {
  return [...command.matchAll(placeholder)].map(([, name = ""]) => name);
}

/** The placeholders that the description has values for. */
export function nameAcquirerPlaceholders(described: Described): readonly string[] {
  return listFields(described).flatMap((field) => {
    const place = findHostPlace(field);
    return place === null ? [field] : [`host${place}`, `port${place}`];
  });
}

/** The fields that some command sets; a host only with its port: one without the other would be another host. */
export function listAcquirerSettable(described: Described): readonly AcquirerField[] {
  const names = new Set(described.set.flatMap(({ send }) => listAcquirerPlaceholders(send)));
  return listFields(described).filter((field) =>
    nameAcquirerPlaceholders(described)
      .filter((name) => fieldOf(name) === field)
      .every((name) => names.has(name)),
  );
}

/** What the description tells; of a host without a port nothing can be set. */
function listFields(described: Described): readonly AcquirerField[] {
  const { hosts } = described;
  const single = ["tpdu", "merchantNumber", "terminalNumber"] as const;
  return [
    ...hosts.flatMap(({ port }, index) => (port === undefined ? [] : [`host.${index + 1}` as const])),
    ...single.filter((field) => described[field] !== undefined),
  ];
}

/** Failures: `value-refused`, `parameter-missing` (nothing sets it, or nothing says how none is written), `command-forbidden`. */
export function makeAcquirerCommands(
  described: Described,
  wanted: NetworkSettings,
  changed: readonly AcquirerField[],
): Result<readonly FilledCommand[]> {
  const filled: FilledCommand[] = [];
  const reached = new Set<AcquirerField>();
  for (const command of described.set) {
    const names = listAcquirerPlaceholders(command.send);
    const fields = names.map(fieldOf);
    if (!changed.some((field) => fields.includes(field))) continue;
    for (const field of fields) reached.add(field);
    let text = command.send;
    for (const name of new Set(names)) {
      const value = encode(name, described, wanted);
      if (!value.ok) return value;
      text = text.replaceAll(`{${name}}`, () => value.value);
    }
    const bad = findForbiddenCommand(text);
    if (bad !== null) return fail(makeFailure("command-forbidden", { command: bad }));
    filled.push({ command, text });
  }
  const missed = changed.find((field) => !reached.has(field));
  return missed === undefined ? succeed(filled) : fail(makeFailure("parameter-missing", { key: missed }));
}

function fieldOf(name: string): AcquirerField {
  const place = /^(?:host|port)(\d+)$/.exec(name)?.[1];
  return place === undefined ? (name as AcquirerField) : `host.${Number(place)}`;
}

/** Only what the placeholder is called can stand in its place. */
function encode(name: string, described: Described, wanted: NetworkSettings): Result<string> {
  const field = fieldOf(name);
  const value = printAcquirerField(wanted, field);
  const parsed = value === null ? null : parseAcquirerValue(field, value);
  if (parsed?.ok === false)
    return fail(makeFailure("value-refused", { field, character: JSON.stringify(value?.slice(0, 40)) }));
  const text = parsed === null ? null : choosePart(name, parsed.value);
  if (text !== null) return succeed(text);
  const unset = unsetOf(findTold(name, described));
  return unset === null ? fail(makeFailure("parameter-missing", { key: `${name}: unset` })) : succeed(unset);
}

/** Null for a port that is none. */
function choosePart(name: string, value: string): string | null {
  const host = fieldOf(name).startsWith("host.") ? parseHostValue(value) : null;
  if (host === null) return value;
  return name.startsWith("host") ? host.host : (host.port?.toString() ?? null);
}

function findTold(name: string, described: Described): Told | undefined {
  if (name === "tpdu" || name === "merchantNumber" || name === "terminalNumber") return described[name];
  const host = described.hosts[Number(name.slice(4)) - 1];
  return name.startsWith("host") ? host?.host : host?.port;
}

/** The name that it is caught under. */
export function nameTold(told: Told): string {
  return typeof told === "string" ? told : told.from;
}

/** How "none" is written; null where nobody has said. */
export function unsetOf(told: Told | undefined): string | null {
  return told === undefined || typeof told === "string" ? null : told.unset;
}
