import type { InterfaceRule } from "../rule.ts";

/** Refused by the network is an error; searching may end well. */
export const cellularNotRegistered = {
  id: "cellular.not-registered",
  severity: "error",
  source: "3GPP TS 27.007 7.2",
  needs: "cellular",
  observeOne: ({ settings: { cellular } }) => {
    const state = cellular?.registration ?? null;
    // Without a card that works there is nothing to register.
    const sim = cellular?.sim ?? "ready";
    if (sim !== "ready" && sim !== "busy") return null;
    const isDenied = state === "denied" || state === "sms-only" || state === "emergency-only";
    return isDenied || state === "searching" || state === "not-registered"
      ? {
          field: "cellular.registration",
          severity: isDenied ? "error" : "warning",
          evidence: { registration: state },
        }
      : null;
  },
} as const satisfies InterfaceRule;
