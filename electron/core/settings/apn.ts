import { fail, type Result, succeed } from "../failures/result.ts";
import { findLabelFault } from "./host-name.ts";

export type ApnFault = "empty" | "too-long" | "label" | "reserved-beginning" | "reserved-end";

const operatorPart = /\.mnc\d{3}\.mcc\d{3}\.gprs$/i;

/**
 * Reads an access point name, with the operator's part (`.mnc000.mcc460.gprs`) or without: the network's part has at
 * most 63 octets in labels as of host names, and does not begin rac, lac, sgsn or rnc, nor end .gprs: 3GPP TS 23.003 9.1.
 */
export function parseApn(text: string): Result<string, ApnFault> {
  const network = text.replace(operatorPart, "");
  if (network === "") {
    return fail("empty");
  }
  // An octet of length stands before each label on the wire.
  if (network.length + 1 > 63 || text.length > 100) {
    return fail("too-long");
  }
  if (network.split(".").some((label) => findLabelFault(label) !== null)) {
    return fail("label");
  }
  if (/^(?:rac|lac|sgsn|rnc)/i.test(network)) {
    return fail("reserved-beginning");
  }
  return /\.gprs$/i.test(network) ? fail("reserved-end") : succeed(text.toLowerCase());
}
