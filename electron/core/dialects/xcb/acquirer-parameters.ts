// Between an application's parameter file and what a terminal pays through: hosts, TPDU, merchant and terminal number.
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { parseHostValue } from "../../settings/acquirer-assignment.ts";
import { type AcquirerField, findHostPlace, isAcquirerField } from "../../settings/acquirer-field.ts";
import type { Change } from "../../settings/change.ts";
import type { Host, NetworkSettings } from "../../settings/network-settings.ts";
import type { ParameterEdit, ParameterPath } from "../parameters/parameter-file.ts";
import type { XcbDescription } from "./description.ts";

export type Acquirer = Pick<NetworkSettings, "hosts" | "tpdu" | "merchantNumber" | "terminalNumber" | "settable">;

interface ParameterFile {
  /** Null where there is no value, or an empty one. */
  readonly read: (path: ParameterPath | undefined) => string | null;
  /** Whether the file has exactly one place for it, be it empty. */
  readonly isThere: (path: ParameterPath | undefined) => boolean;
}

export function readAcquirer(description: XcbDescription, { read, isThere }: ParameterFile): Acquirer {
  const { hosts, tpdu, merchantNumber, terminalNumber } = description;
  const settable = listFields(description).filter((field) => findPaths(description, field)?.every(isThere) === true);
  return {
    hosts: hosts.flatMap(({ host, port, purpose }, index): readonly Host[] => {
      const name = read(host);
      const known = { tls: null, purpose: purpose ?? null, place: index + 1 };
      return name === null ? [] : [{ host: name, port: readPort(read(port)), ...known }];
    }),
    tpdu: read(tpdu),
    ...(merchantNumber && { merchantNumber: read(merchantNumber) }),
    ...(terminalNumber && { terminalNumber: read(terminalNumber) }),
    ...(settable.length > 0 && { settable }),
  };
}

function readPort(text: string | null): number | null {
  const number = Number(text ?? Number.NaN);
  return Number.isSafeInteger(number) && number >= 0 ? number : null;
}

function listFields({ hosts }: XcbDescription): readonly AcquirerField[] {
  return [...hosts.map((_, index) => `host.${index + 1}` as const), "tpdu", "merchantNumber", "terminalNumber"];
}

/** Where a field stands; a host only with its port: one without the other would be another host. Null: nowhere. */
function findPaths(description: XcbDescription, field: AcquirerField): readonly ParameterPath[] | null {
  if (field === "tpdu" || field === "merchantNumber" || field === "terminalNumber") {
    const path = description[field];
    return path ? [path] : null;
  }
  const described = description.hosts[(findHostPlace(field) ?? 0) - 1];
  return described?.port ? [described.host, described.port] : null;
}

/** Failures: `unknown-field`. */
export function makeAcquirerEdit(description: XcbDescription, { field, to }: Change): Result<readonly ParameterEdit[]> {
  const paths = isAcquirerField(field) ? findPaths(description, field) : null;
  if (paths === null) return fail(makeFailure("unknown-field", { field }));
  if (findHostPlace(field) === null) return succeed(paths.map((path) => ({ path, value: to ?? "" })));
  const wanted = parseHostValue(to ?? "");
  const values = [wanted?.host ?? "", String(wanted?.port ?? "")];
  return succeed(paths.map((path, index) => ({ path, value: values[index] ?? "" })));
}
