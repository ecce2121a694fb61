// An application's parameter file: values are read by their path and replaced in place.
//
//   bytes --scan--> entries --find(path)--> value        edit: only the bytes of that value change; remarks, order,
//                                                        unknown keys, line ends and encoding are never written anew
import { binaryToBytes, binaryToText } from "../../bytes/binary-text.ts";
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { Entry } from "./entry.ts";
import { scanIni } from "./ini.ts";
import { scanJson } from "./json.ts";
import { scanProperties } from "./properties.ts";
import { scanTlv } from "./tlv.ts";
import { scanXml } from "./xml.ts";

const scans = { ini: scanIni, properties: scanProperties, json: scanJson, xml: scanXml, tlv: scanTlv } as const;

export const parameterFormats = [
  "ini",
  "properties",
  "json",
  "xml",
  "tlv",
] as const satisfies readonly (keyof typeof scans)[];

export const parameterEncodings = ["utf-8", "latin-1", "gb18030"] as const;

export interface ParameterForm {
  readonly format: (typeof parameterFormats)[number];
  readonly encoding: (typeof parameterEncodings)[number];
}

export type ParameterPath = readonly string[];

export interface ParameterEdit {
  readonly path: ParameterPath;
  readonly value: string;
}

/** Bytes; larger ones are no parameter files. */
const largest = 4 * 1024 * 1024;

/** Values by path: null where there is none, or more than one. Null altogether when the file is not of that format. */
export function readParameters(
  file: string,
  form: ParameterForm,
  paths: readonly ParameterPath[],
): readonly (string | null)[] | null {
  const entries = scan(file, form);
  return (
    entries &&
    paths.map((path) => {
      const entry = findEntry(entries, path);
      return entry ? readEntry(file, form, entry) : null;
    })
  );
}

/** Every value with its path, for files whose form nobody has described. */
export function listParameters(file: string, form: ParameterForm): readonly { path: string; value: string }[] | null {
  const entries = scan(file, form);
  return (
    entries &&
    entries.map((entry) => ({
      path: entry.path.map(([name = ""]) => name).join("/"),
      value: readEntry(file, form, entry),
    }))
  );
}

/**
 * The file with other values in these places; nothing else of it changes, and a value that is there already changes
 * nothing. Failures: `parameter-missing`, `value-refused`, `answer-unreadable`.
 */
export function editParameters(file: string, form: ParameterForm, edits: readonly ParameterEdit[]): Result<string> {
  let text = file;
  for (const { path, value } of edits) {
    const entries = scan(text, form);
    if (!entries) return fail(makeFailure("answer-unreadable", { step: form.format }));
    const entry = findEntry(entries, path);
    if (!entry) return fail(makeFailure("parameter-missing", { key: path.join("/") }));
    if (readEntry(text, form, entry) === value) continue;
    const bytes = /^[\x20-\x7e]*$/.test(value) ? entry.encode(value, text.slice(entry.start, entry.end)) : null;
    if (bytes === null)
      return fail(makeFailure("value-refused", { field: path.join("/"), character: value.slice(0, 64) }));
    text = entry.replace ? entry.replace(bytes) : text.slice(0, entry.start) + bytes + text.slice(entry.end);
  }
  return succeed(text);
}

function scan(file: string, { format, encoding }: ParameterForm): readonly Entry[] | null {
  if (file.length > largest) return null;
  return scans[format](encoding === "gb18030" && format !== "tlv" ? hideWideCharacters(file) : file);
}

/** The only one that goes by these names. */
function findEntry(entries: readonly Entry[], path: ParameterPath): Entry | null {
  const found = entries.filter(
    (entry) =>
      entry.path.length === path.length && path.every((step, depth) => entry.path[depth]?.includes(step) === true),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function readEntry(file: string, { format, encoding }: ParameterForm, { start, end, decode }: Entry): string {
  const raw = file.slice(start, end);
  return decode(format === "tlv" || encoding === "latin-1" ? raw : decodeBytes(raw, encoding));
}

function decodeBytes(raw: string, encoding: "utf-8" | "gb18030"): string {
  return encoding === "utf-8" ? binaryToText(raw) : new TextDecoder(encoding).decode(binaryToBytes(raw));
}

/** In GB 18030 the second byte of a character may look like a backslash or a bracket. Lengths stay. */
function hideWideCharacters(text: string): string {
  const wide = /[\x81-\xfe](?:[\x30-\x39][\x81-\xfe][\x30-\x39]|[\x40-\x7e\x80-\xfe])/g;
  return text.replace(wide, (character) => "\xff".repeat(character.length));
}
