import type { NetworkSettings } from "../../settings/network-settings.ts";
import { nameMac, type PreparedPolicy, prepareEntries } from "./prepare-policy.ts";
import type { SitePolicy } from "./site-policy.ts";

type Exception = NonNullable<SitePolicy["terminals"]>[number];

/** The policy as it is for this terminal: entries of the exceptions that match it replace those of the site. */
export function findPolicyFor(settings: NetworkSettings, policy: PreparedPolicy | null): PreparedPolicy | null {
  const exceptions = policy?.exceptions ?? null;
  if (policy === null || exceptions === null) {
    return policy;
  }
  const { serialNumber = null, hostName = null } = settings.terminal ?? {};
  const macs = settings.interfaces.flatMap(({ mac }) => (mac === null ? [] : [nameMac(mac)]));
  const found = [
    ...(exceptions.bySerialNumber.get(serialNumber ?? "") ?? []),
    ...(exceptions.byHostName.get(hostName?.toLowerCase() ?? "") ?? []),
    ...macs.flatMap((mac) => exceptions.byMac.get(mac) ?? []),
  ].filter((exception) => agrees(exception.match, { hostName, macs }));
  if (found.length === 0) {
    return policy;
  }
  const place = (exception: Exception): number => exceptions.order.get(exception) ?? 0;
  let { entries, reason } = policy;
  for (const { match: _match, reason: why, ...own } of [...new Set(found)].toSorted((a, b) => place(a) - place(b))) {
    const rules = own.rules === undefined ? entries.rules : { ...entries.rules, ...own.rules };
    const dns = own.dns === undefined ? entries.dns : { ...entries.dns, ...own.dns };
    entries = { ...entries, ...own, ...(rules && { rules }), ...(dns && { dns }) };
    reason = why ?? reason;
  }
  return prepareEntries(entries, { site: policy.site, reason });
}

/** The first key was looked up; the others have to agree too. */
function agrees(
  match: Exception["match"],
  terminal: { readonly hostName: string | null; readonly macs: readonly string[] },
): boolean {
  const { hostName, mac } = match;
  return (
    (hostName === undefined || hostName.toLowerCase() === terminal.hostName?.toLowerCase()) &&
    (mac === undefined || terminal.macs.includes(nameMac(mac)))
  );
}
