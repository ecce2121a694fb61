import { findOthers, keyOfSerialNumber } from "../fleet.ts";
import type { TerminalRule } from "../rule.ts";

export const fleetSerialNumber = {
  id: "fleet.serial-number-duplicate",
  severity: "error",
  source: "PCI DSS 4 9.5.1.1",
  needs: "fleet",
  observe: ({ settings, context: { fleet } }) => {
    const others = fleet == null ? [] : findOthers(fleet, "serialNumbers", keyOfSerialNumber(settings));
    const serialNumber = settings.terminal?.serialNumber ?? "";
    return fleet == null || others.length === 0
      ? []
      : [
          {
            interface: null,
            field: "terminal.serialNumber",
            evidence: { serialNumber, others: others.map((place) => fleet.index.numbers[place] ?? "") },
          },
        ];
  },
} as const satisfies TerminalRule;
