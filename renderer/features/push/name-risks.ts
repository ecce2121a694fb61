// A plan's changes -> what could go wrong, in sentences.
import type { Report } from "../../../electron/contract/commands.ts";
import { findHostPlace } from "../../../electron/core/settings/acquirer-field.ts";
import type { Change } from "../../../electron/core/settings/change.ts";
import { listUnkept } from "../../../electron/core/settings/keeps-settings.ts";
import type { Translate } from "../../i18n/translate.ts";
import { isHandedOut } from "./name-field.ts";

export function nameRisks(changes: readonly Change[], report: Report, say: Translate): readonly string[] {
  const risks = changes.flatMap((change) => (isHandedOut(change, "to", changes) ? [] : nameRisk(change, say)));
  const loose = listUnkept(changes, report.interfaces);
  return [...new Set([...risks, ...loose.map((name) => say("push.risk-not-kept", { interface: name }))])];
}

function nameRisk({ field, to }: Change, say: Translate): readonly string[] {
  if (field === "ipv4.method") return to === "dhcp" ? [say("push.risk-dhcp")] : [];
  if (to === null || to === "") return [say("push.risk-clear")];
  if (findHostPlace(field) !== null) return [say("push.risk-host")];
  if (field === "ipv4.address") return [say("push.risk-address")];
  if (field === "ipv4.gateway") return [say("push.risk-gateway", { to })];
  return field === "ipv4.dns" ? [say("push.risk-servers")] : [];
}
