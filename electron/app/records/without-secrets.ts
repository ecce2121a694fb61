// Pass-phrases are neither recorded nor backed up in the clear. Of a change it is recorded that there was one.
import type { Reading } from "../../core/dialects/dialect.ts";
import type { Plan } from "../../core/plans/plan.ts";

const secretField = /(?:^|\.)(?:passphrase|password|psk|secret|pin)$/i;

export function hideSecrets(plan: Plan): Plan {
  const hide = (value: string | null): string | null => (value === null ? null : "***");
  return {
    ...plan,
    // The rules' words about the settings as they will be are long and can be had again.
    findingsAfter: [],
    changes: plan.changes.map((change) =>
      secretField.test(change.field) ? { ...change, from: hide(change.from), to: hide(change.to) } : change,
    ),
  };
}

export function isHidden({ field }: { readonly field: string }): boolean {
  return secretField.test(field);
}

export function leaveOutSecrets(reading: Reading): Reading {
  return {
    ...reading,
    interfaces: reading.interfaces.map((each) =>
      each.wifi == null ? each : { ...each, wifi: { ...each.wifi, passphrase: null } },
    ),
  };
}
