// What leaves in a pack, without what is nobody else's business: keys, users, and every card number that stands in any text.
import { redactLines } from "../../../core/logs/redaction/redact-lines.ts";
import type { NetworkSettings } from "../../../core/settings/network-settings.ts";

/** The same settings give the same mask: a correction is bound to what the pack shows, and compared with the terminal's own mask. */
export function maskSettings(settings: NetworkSettings): NetworkSettings {
  const masked = maskTexts(hideSecrets(settings));
  const { merchantNumber } = settings;
  const serialNumber = settings.terminal?.serialNumber ?? null;
  return {
    ...masked,
    ...(isNoCard(merchantNumber) && { merchantNumber }),
    ...(masked.terminal != null && isNoCard(serialNumber) && { terminal: { ...masked.terminal, serialNumber } }),
  };
}

/**
 * A modem's own number (3GPP TS 23.003 6.2.1) and one merchant number in ten pass a card number's check; cards of fifteen
 * digits begin with 34 or 37.
 */
function isNoCard(number: string | null | undefined): boolean {
  return /^(?!3[47])\d{15}$/.test(number ?? "");
}

/** Every text of a value, however deep, as a line of a log would be masked; its shape stays. */
export function maskTexts<Value>(value: Value): Value {
  return mask(value) as Value;
}

function mask(value: unknown): unknown {
  if (typeof value === "string") return maskText(value);
  if (Array.isArray(value)) return value.map(mask);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mask(each)]));
}

/** Shorter than any card number and any `key=x`. */
const harmless = 4;

function maskText(text: string): string {
  return text.length <= harmless ? text : redactLines([text]).lines.join(" ");
}

/** What opens a network or a line, and who pays for it. */
function hideSecrets(settings: NetworkSettings): NetworkSettings {
  return {
    ...settings,
    interfaces: settings.interfaces.map((one) => ({
      ...one,
      ...(one.wifi == null ? {} : { wifi: { ...one.wifi, passphrase: null } }),
      ...(one.cellular == null ? {} : { cellular: { ...one.cellular, user: null } }),
      ...(one.ppp == null ? {} : { ppp: { ...one.ppp, user: null } }),
    })),
  };
}
