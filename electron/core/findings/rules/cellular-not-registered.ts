import type { InterfaceRule } from "../rule.ts";

/** Refused by the network is an error; searching may end well. */
export const cellularNotRegistered = {
  id: "cellular.not-registered",
  severity: "error",
  source: "3GPP TS 27.007 7.2",
  needs: "cellular",
  observeOne: ({ settings: { cellular } }) => {
    const state = cellular?.registration ?? null;
    return state === "denied" || state === "searching" || state === "not-registered"
      ? {
          field: "cellular.registration",
          severity: state === "denied" ? "error" : "warning",
          evidence: { registration: state },
        }
      : null;
  },
} as const satisfies InterfaceRule;
