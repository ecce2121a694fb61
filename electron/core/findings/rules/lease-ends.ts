import type { InterfaceRule } from "../rule.ts";

/** Clients renew at half of the time; what is left below this was not renewed for long, whatever the lease's length. */
const soon = 300;

export const leaseEnds = {
  id: "dhcp.lease-ends",
  severity: "warning",
  source: "RFC 2131 4.4.5",
  needs: "lease",
  observeOne: ({ settings, ipv4 }) => {
    const lease = settings.running?.ipv4?.lease ?? settings.ipv4?.lease ?? null;
    const seconds = lease?.remainingSeconds ?? null;
    return seconds === null || seconds > soon || ipv4.method === "static"
      ? null
      : {
          field: "ipv4.lease",
          evidence: { remainingSeconds: seconds, state: seconds <= 0 ? "expired" : "about to expire" },
        };
  },
} as const satisfies InterfaceRule;
