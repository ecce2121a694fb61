// The settings of a pack that a correction can change, as they are and as the check proposes them.
import type { Reasoned } from "./guide.ts";
import type { InterfaceSettings, NetworkSettings } from "../../../electron/core/settings/network-settings.ts";
import { printField } from "../push/print-field.ts";

export interface AnswerField {
  /** `eth0.ipv4.gateway` */
  readonly path: string;
  readonly field: string;
  readonly name: string;
  readonly now: string | null;
  readonly proposed: string;
}

const wired = ["ipv4.method", "ipv4.address", "ipv4.gateway", "ipv4.dns"] as const;

export function listAnswerFields(
  settings: NetworkSettings | null,
  corrections: Reasoned["advice"]["corrections"],
): readonly AnswerField[] {
  const set = corrections.flatMap((correction) => correction.set);
  const own = (settings?.interfaces ?? []).filter(({ kind }) => kind !== "loopback" && kind !== "virtual");
  return own.flatMap((one) =>
    listFields(one).map(([field, now]) => {
      const path = `${one.name}.${field}`;
      const proposal = set.find((text) => text.startsWith(`${path}=`));
      return { path, field, name: one.name, now, proposed: proposal?.slice(path.length + 1) ?? now ?? "" };
    }),
  );
}

function listFields({ ipv4, cellular }: InterfaceSettings): readonly (readonly [string, string | null])[] {
  if (cellular != null) return [["apn", cellular.apn]];
  return ipv4 === null ? [] : wired.map((field) => [field, printField(ipv4, field)]);
}

/** Only what differs from the settings in the pack. */
export function writeAssignments(
  fields: readonly AnswerField[],
  typed: Readonly<Record<string, string>>,
): readonly string[] {
  return fields.flatMap(({ path, now, proposed }) => {
    const value = (typed[path] ?? proposed).normalize("NFKC").replaceAll(/\s+/g, "");
    return value === (now ?? "") ? [] : [`${path}=${value}`];
  });
}
