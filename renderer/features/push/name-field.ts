import { findHostPlace } from "../../../electron/core/settings/acquirer-field.ts";
import { clockField } from "../../../electron/core/settings/clock-field.ts";
import type { Change } from "../../../electron/core/settings/change.ts";
import type { Speech } from "../../i18n/speech.tsx";
import { isWordKey } from "../../i18n/translate.ts";

type Words = Pick<Speech, "say">;

const isEverywhere = /^(?:0\.0\.0\.0|::)\/0$/;

/** A setting by the name that people know it by; one without a word yet stands as its path. */
export function nameField(field: string, { say }: Words): string {
  const place = findHostPlace(field);
  if (place !== null) return say("field.host", { place });
  const key = `field.${field}`;
  if (isWordKey(key)) return (say as (key: string) => string)(key);
  const [, network] = /^routes\.(.+)\.gateway$/.exec(field) ?? [];
  if (network === undefined) return field;
  return isEverywhere.test(network) ? say("field.default-route") : say("field.route", { network });
}

/** A value as people read it: methods as words, lists with room between, nothing as a word. */
export function nameValue(field: string, value: string | null, { say }: Words): string {
  if (value === null || value === "") return say("push.empty");
  if (field === clockField && value === "now") return say("value.clock-now");
  const key = `settings.method-${value}`;
  if (field === "ipv4.method" && isWordKey(key)) return (say as (key: string) => string)(key);
  return value.replaceAll(",", ", ");
}

export type Side = "from" | "to";

/** Among the changes of a write: what is not set because the router hands it out. */
export function isHandedOut(change: Change, side: Side, changes: readonly Change[]): boolean {
  const method = changes.find((one) => one.interface === change.interface && one.field === "ipv4.method");
  return method?.[side] === "dhcp" && change.field.startsWith("ipv4.") && change[side] === null;
}

interface Around {
  readonly changes: readonly Change[];
  readonly speech: Words;
}

/** One side of a change among those it comes with. */
export function nameSide(change: Change, side: Side, { changes, speech }: Around): string {
  return isHandedOut(change, side, changes)
    ? speech.say("path.by-router")
    : nameValue(change.field, change[side], speech);
}
