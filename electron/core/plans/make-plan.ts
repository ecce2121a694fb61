// settings + wanted assignments -> what would change, what the rules say of it then, and a digest to push it by.
//
//   settings --applyAssignments--> settings as they will be --check--> findingsAfter, refusedBy
//        \______________ compared, field by field ______________/ --> changes
//
// Nothing is decided here about how a change is written: that is the dialect's, in the order that push gives.

import { type Result, succeed } from "../failures/result.ts";
import { check } from "../findings/check.ts";
import type { Correction, Finding } from "../findings/finding.ts";
import { printAcquirerField } from "../settings/acquirer-value.ts";
import { findHostPlace, isAcquirerField } from "../settings/acquirer-field.ts";
import { applyAssignments } from "../settings/apply-assignments.ts";
import {
  type Assignment,
  clockField,
  wholeTerminal,
  type WritableField,
  writableFields,
} from "../settings/assignment.ts";
import { cellularFields, isSecretField, printCellularField } from "../settings/cellular-assignment.ts";
import type { InterfaceSettings, IpSettings, NetworkSettings } from "../settings/network-settings.ts";
import { digestBasis, digestJson } from "./basis-digest.ts";
import type { Change } from "../settings/change.ts";
import type { Plan } from "./plan.ts";

/** Who the terminal says it is: a plan made for one terminal is not for another with the same settings. */
export interface PlanIdentity {
  readonly serialNumber: string | null;
  readonly hostName: string | null;
  readonly model: string | null;
}

export interface Wanted {
  readonly assignments: readonly Assignment[];
  /** Corrections that were left to a person; they go into the plan as they are. */
  readonly undecided?: readonly Correction[];
  /** What could not be solved; goes into the plan as it is. */
  readonly unsolved?: Plan["unsolved"];
}

/** Failures: `unknown-interface`, and those of assignments that exclude each other or hold unusable values. */
export function makePlan(settings: NetworkSettings, identity: PlanIdentity, wanted: Wanted): Result<Plan> {
  const applied = applyAssignments(settings, wanted.assignments);
  if (!applied.ok) {
    return applied;
  }
  const changes = [
    ...compareSettings(settings, applied.value),
    ...compareModems(settings, applied.value, wanted.assignments),
    ...compareAcquirer(settings, applied.value),
    ...compareClock(settings, applied.value),
  ];
  const findingsAfter = check(applied.value);
  const { serialNumber, hostName, model } = identity;
  return succeed({
    digest: digestJson([
      [serialNumber, hostName, model],
      digestBasis(settings),
      changes.map(({ interface: name, field, from, to }) => [name, field, from, to]),
    ]),
    changes,
    findingsAfter,
    refusedBy: changes.length === 0 ? [] : findRefusals(changes, check(settings), findingsAfter),
    undecided: wanted.undecided ?? [],
    ...(wanted.unsolved !== undefined && { unsolved: wanted.unsolved }),
  });
}

/** Errors of what changes, and errors elsewhere that were not there before. */
function findRefusals(
  changes: readonly Change[],
  before: readonly Finding[],
  after: readonly Finding[],
): readonly string[] {
  const refusing = after.filter(
    (finding) =>
      finding.severity === "error" &&
      (changes.some((change) => concerns(finding, change)) ||
        !before.some((one) => one.rule === finding.rule && one.interface === finding.interface)),
  );
  return [...new Set(refusing.map((finding) => finding.rule))];
}

/** What the terminal has only once is found by its field: `tpdu`, `hosts.0.port`. */
function concerns(finding: Finding, { interface: name, field }: Change): boolean {
  if (name !== wholeTerminal) return finding.interface === name;
  const path = findHostPlace(field) === null ? field : "hosts";
  return finding.interface === null && (finding.field === path || finding.field?.startsWith(`${path}.`) === true);
}

function compareAcquirer(before: NetworkSettings, after: NetworkSettings): readonly Change[] {
  return (before.settable ?? []).filter(isAcquirerField).flatMap((field) => {
    const [from, to] = [printAcquirerField(before, field), printAcquirerField(after, field)];
    return from === to ? [] : [{ interface: wholeTerminal, field, from, to }];
  });
}

/** Last: what else changes does not wait for it. */
function compareClock(before: NetworkSettings, after: NetworkSettings): readonly Change[] {
  return before.clock === after.clock
    ? []
    : [{ interface: wholeTerminal, field: clockField, from: before.clock?.time ?? null, to: "now" }];
}

function compareSettings(before: NetworkSettings, after: NetworkSettings): readonly Change[] {
  return after.interfaces.flatMap((target, place) => {
    const old = before.interfaces[place];
    return old === undefined || old.ipv4 === target.ipv4 ? [] : compareInterface(old, target);
  });
}

/** A secret changes whatever is there now: nobody can see that it is the same. */
function compareModems(
  before: NetworkSettings,
  after: NetworkSettings,
  assignments: readonly Assignment[],
): readonly Change[] {
  return after.interfaces.flatMap((target, place) => {
    const old = before.interfaces[place];
    if (target.cellular == null || old === undefined || old.cellular === target.cellular) return [];
    return cellularFields.flatMap((field): readonly Change[] => {
      const typed = assignments.find((one) => one.interface === target.name && one.field === field)?.value ?? null;
      const [from, to] = isSecretField(field)
        ? [null, typed]
        : [printCellularField(old.cellular, field), printCellularField(target.cellular, field)];
      return from === to ? [] : [{ interface: target.name, field, from, to }];
    });
  });
}

function compareInterface(before: InterfaceSettings, after: InterfaceSettings): readonly Change[] {
  return writableFields.flatMap((field) => {
    const from = printField(before.ipv4, field);
    const to = printField(after.ipv4, field);
    return from === to ? [] : [{ interface: after.name, field, from, to }];
  });
}

/** As `--set` takes it; null when unset. */
function printField(ipv4: IpSettings | null, field: WritableField): string | null {
  switch (field) {
    case "ipv4.method":
      return ipv4?.method ?? null;
    case "ipv4.address": {
      const suffix = ipv4?.prefixLength == null ? "" : `/${ipv4.prefixLength}`;
      return ipv4?.address ? `${ipv4.address}${suffix}` : null;
    }
    case "ipv4.gateway":
      return ipv4?.gateway || null;
    case "ipv4.dns":
      return ipv4?.dns.join(",") || null;
  }
}
