// What a terminal pays through, as assignments write it: `host.1=gw.example.net:7443`, `tpdu=6000030000`,
// `merchantNumber=898110000000001`, `terminalNumber=12345678`. An empty value clears.
//
//   settings --settable?--> field --value--> settings as they will be       printed: as an assignment writes it
import { makeFailure } from "../failures/failure.ts";
import { fail, type Result, succeed } from "../failures/result.ts";
import { type AcquirerField, findHostPlace, isAcquirerField } from "./acquirer-field.ts";
import { findHost, isSameAcquirerValue, printAcquirerField, printHost } from "./acquirer-value.ts";
import { parseHostName } from "./host-name.ts";
import { parseIpv4 } from "./ipv4.ts";
import { parseIpv6 } from "./ipv6.ts";
import type { Host, NetworkSettings } from "./network-settings.ts";
import { parseTpdu } from "./tpdu.ts";
import { refuseValue, type UnusableReason } from "./unusable-value.ts";

type Place = Pick<Host, "host" | "port">;

export function parseAcquirerValue(field: AcquirerField, typed: string): Result<string, UnusableReason> {
  if (typed === "") return succeed("");
  switch (field) {
    case "tpdu": {
      const tpdu = parseTpdu(typed);
      return tpdu.ok ? tpdu : fail("tpdu-form");
    }
    // ISO 8583 fields 42 and 41, of which acquirers use letters and digits.
    case "merchantNumber":
      return /^[0-9A-Za-z]{15}$/.test(typed) ? succeed(typed) : fail("merchant-number-form");
    case "terminalNumber":
      return /^[0-9A-Za-z]{8}$/.test(typed) ? succeed(typed) : fail("terminal-number-form");
    default: {
      const place = parseHostValue(typed);
      return place === null ? fail("host-form") : succeed(printHost(place));
    }
  }
}

/** `HOST:PORT`, an IPv6 address in brackets; nothing behind the colon is no port. Null when it is no such thing. */
export function parseHostValue(text: string): Place | null {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{0,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain ?? "";
  const isKnown = bracketed === undefined ? parseHostName(host).ok || parseIpv4(host).ok : parseIpv6(host).ok;
  const port = digits ? Number(digits) : null;
  return isKnown && (port === null || (port > 0 && port < 65_536)) ? { host, port } : null;
}

/** Failures: `unknown-field` where the terminal does not take it, `unusable-value` where two assignments exclude each other. */
export function applyAcquirer(
  settings: NetworkSettings,
  assignments: readonly { readonly field: string; readonly value: string }[],
): Result<NetworkSettings> {
  const wanted = new Map<AcquirerField, string>();
  for (const { field, value } of assignments) {
    if (!isAcquirerField(field)) continue;
    if ((wanted.get(field) ?? value) !== value) return fail(refuseValue(field, value, "given-twice"));
    if (settings.settable?.includes(field) !== true) return fail(makeFailure("unknown-field", { field }));
    wanted.set(field, value);
  }
  const changed = [...wanted].filter(
    ([field, value]) => !isSameAcquirerValue(field, printAcquirerField(settings, field), value || null),
  );
  return succeed(changed.reduce((after, [field, value]) => setField(after, field, value), settings));
}

function setField(settings: NetworkSettings, field: AcquirerField, value: string): NetworkSettings {
  const place = findHostPlace(field);
  if (place === null) return { ...settings, [field]: value || null };
  const old = findHost(settings, field);
  const wanted = parseHostValue(value);
  const others = settings.hosts.filter((one) => one !== old);
  const known = old ?? { tls: null, purpose: null, place };
  const hosts = wanted === null ? others : [...others, { ...known, ...wanted }];
  return { ...settings, hosts: hosts.toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0)) };
}
