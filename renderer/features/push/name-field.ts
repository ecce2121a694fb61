import { findHostPlace } from "../../../electron/core/settings/acquirer-field.ts";
import { clockField } from "../../../electron/core/settings/clock-field.ts";
import type { Speech } from "../../i18n/speech.tsx";
import { isWordKey } from "../../i18n/translate.ts";

const isEverywhere = /^(?:0\.0\.0\.0|::)\/0$/;

/** A setting by the name that people know it by; one without a word yet stands as its path. */
export function nameField(field: string, { say }: Speech): string {
  const place = findHostPlace(field);
  if (place !== null) return say("field.host", { place });
  const key = `field.${field}`;
  if (isWordKey(key)) return (say as (key: string) => string)(key);
  const [, network] = /^routes\.(.+)\.gateway$/.exec(field) ?? [];
  if (network === undefined) return field;
  return isEverywhere.test(network) ? say("field.default-route") : say("field.route", { network });
}

/** A value as people read it: methods as words, lists with room between, nothing as a word. */
export function nameValue(field: string, value: string | null, { say }: Speech): string {
  if (value === null || value === "") return say("push.empty");
  if (field === clockField && value === "now") return say("value.clock-now");
  const key = `settings.method-${value}`;
  if (field === "ipv4.method" && isWordKey(key)) return (say as (key: string) => string)(key);
  return value.replaceAll(",", ", ");
}
