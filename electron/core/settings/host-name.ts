import { fail, type Result, succeed } from "../failures/result.ts";

export type HostNameFault =
  | "empty"
  | "too-long"
  | "label-empty"
  | "label-too-long"
  | "label-characters"
  | "looks-like-address";

/**
 * Reads a host name: labels of 1 to 63 letters, digits and inner hyphens, 253 characters in all (RFC 1123 2.1, RFC 1035
 * 2.3.4), not all digits at the end, which could be an address. A final dot is taken. Printed in lower case, as names compare.
 */
export function parseHostName(text: string): Result<string, HostNameFault> {
  const name = text.endsWith(".") ? text.slice(0, -1) : text;
  if (name === "") {
    return fail("empty");
  }
  if (name.length > 253) {
    return fail("too-long");
  }
  const labels = name.split(".");
  for (const label of labels) {
    const fault = findLabelFault(label);
    if (fault !== null) return fail(fault);
  }
  return /^\d+$/.test(labels.at(-1) ?? "") ? fail("looks-like-address") : succeed(name.toLowerCase());
}

/** What keeps a text from being one label of a name, or null. */
export function findLabelFault(label: string): HostNameFault | null {
  if (label === "") return "label-empty";
  if (label.length > 63) return "label-too-long";
  return /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(label) ? null : "label-characters";
}
