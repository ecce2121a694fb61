// Wanted settings of one interface -> the described commands that set them, in the description's order.
//
//   what it shall have (method, address, gateway, name servers) --kinds--> {placeholder: text} --> "ip address 10.0.0.5 ..."
//
// A command is sent when one of its placeholders concerns a field that changes; the others are filled with what stays.
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { findForbiddenCommand } from "../forbidden.ts";
import type { DescribedTextInterface, SetCommand, TextFields } from "./description.ts";
import { encodeAddress, encodeMask } from "./values.ts";

/** As changes print them: `address` is ADDRESS/PREFIX; null: none. */
export interface WantedSettings {
  readonly "ipv4.method": string | null;
  readonly "ipv4.address": string | null;
  readonly "ipv4.gateway": string | null;
  readonly "ipv4.dns": string | null;
}

export type WantedField = keyof WantedSettings;

const placeholder = /\{(method|address|mask|gateway|dns[1-4])\}/g;

export function listPlaceholders(command: string): readonly string[] {
  return [...command.matchAll(placeholder)].map(([, name = ""]) => name);
}

/** Every name in braces, also of what no value exists for. */
export function listBraces(command: string): readonly string[] {
  return [...command.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
}

/** The placeholders that an interface has values for. */
export function namePlaceholders({ method, gateway, dns }: TextFields): readonly string[] {
  return [
    "address",
    "mask",
    ...(method ? ["method"] : []),
    ...(gateway ? ["gateway"] : []),
    ...dns.map((_, place) => `dns${place + 1}`),
  ];
}

export interface FilledCommand {
  readonly command: SetCommand;
  readonly text: string;
}

/** Failures: `value-refused`, `unknown-field`, `parameter-missing` (nothing sets it), `command-forbidden`. */
export function makeSetCommands(
  described: DescribedTextInterface,
  wanted: WantedSettings,
  changed: readonly WantedField[],
): Result<readonly FilledCommand[]> {
  if (listServers(wanted).length > described.fields.dns.length)
    return fail(makeFailure("parameter-missing", { key: `${described.name}.ipv4.dns` }));
  const isDhcp = wanted["ipv4.method"] === "dhcp";
  // What a lease brings is not set by hand.
  const concerns = changed.filter((field) => !isDhcp || field === "ipv4.method" || wanted[field] !== null);
  const filled: FilledCommand[] = [];
  const reached = new Set<WantedField>();
  for (const command of described.set) {
    const names = listPlaceholders(command.send);
    const fields = names.map(fieldOf);
    if (!concerns.some((field) => fields.includes(field))) continue;
    for (const field of fields) reached.add(field);
    const text = fill(command.send, described, wanted);
    if (!text.ok) return text;
    filled.push({ command, text: text.value });
  }
  const missed = concerns.find((field) => !reached.has(field) && !isImplied(field, described, wanted));
  if (missed !== undefined) return fail(makeFailure("parameter-missing", { key: `${described.name}.${missed}` }));
  return succeed(filled);
}

/** The fields that some command sets. */
export function listSettable({ set }: DescribedTextInterface): readonly WantedField[] {
  return [...new Set(set.flatMap(({ send }) => listPlaceholders(send).map(fieldOf)))];
}

function fieldOf(name: string): WantedField {
  if (name === "method" || name === "gateway") return `ipv4.${name}`;
  return name.startsWith("dns") ? "ipv4.dns" : "ipv4.address";
}

/** Of a terminal without DHCP, "by hand" needs no command. */
function isImplied(field: WantedField, { fields }: DescribedTextInterface, wanted: WantedSettings): boolean {
  return field === "ipv4.method" && fields.method === undefined && wanted["ipv4.method"] === "static";
}

function fill(template: string, described: DescribedTextInterface, wanted: WantedSettings): Result<string> {
  let text = template;
  for (const name of new Set(listPlaceholders(template))) {
    const value = encodePlaceholder(name, described, wanted);
    if (!value.ok) return value;
    text = text.replaceAll(`{${name}}`, value.value);
  }
  const bad = findForbiddenCommand(text);
  return bad === null ? succeed(text) : fail(makeFailure("command-forbidden", { command: bad }));
}

function encodePlaceholder(
  name: string,
  { name: owner, fields }: DescribedTextInterface,
  wanted: WantedSettings,
): Result<string> {
  const [address = "", prefix = ""] = (wanted["ipv4.address"] ?? "").split("/");
  if (name === "method") {
    const { method } = fields;
    if (!method) return fail(makeFailure("unknown-field", { field: `${owner}.ipv4.method` }));
    return succeed(wanted["ipv4.method"] === "dhcp" ? method.dhcp : method.static);
  }
  // Where there is no address, there is no mask either.
  if (name === "mask") return encodeMask(`${owner}.ipv4.address`, address === "" ? "0" : prefix, fields.mask.form);
  const place = Number(name.slice(3)) - 1;
  const [how, value] =
    name === "address"
      ? [fields.address, address]
      : name === "gateway"
        ? [fields.gateway, wanted["ipv4.gateway"]]
        : [fields.dns[place], listServers(wanted)[place]];
  if (!how) return fail(makeFailure("unknown-field", { field: `${owner}.${fieldOf(name)}` }));
  if ((value ?? "") !== "") return encodeAddress(`${owner}.${name}`, value ?? "", how.form);
  return how.unset === undefined
    ? fail(makeFailure("parameter-missing", { key: `${owner}.${fieldOf(name)}: unset` }))
    : succeed(how.unset);
}

function listServers(wanted: WantedSettings): readonly string[] {
  return (wanted["ipv4.dns"] ?? "").split(",").filter((server) => server !== "");
}
