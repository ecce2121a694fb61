// Waiting on the terminal for a manager that works on after its command has returned.
import type { InterfaceSettings } from "../../../settings/network-settings.ts";
import { checkRunning } from "./run-time.ts";
import type { Wanted } from "./wanted.ts";

/**
 * True once `check` has been true `times` times in a row; asks five times a second for about ten seconds (longer where
 * sleep takes whole seconds only).
 */
export function waitUntil(check: string, times = 1): string {
  const turns = Array.from({ length: 50 }, (_, index) => index).join(" ");
  return `{ s=0;for n in ${turns};do { ${check};}&&s=$((s+1))||s=0;[ $s -lt ${times} ]||break;sleep .2 2>/dev/null||sleep 1;done;[ $s -ge ${times} ];}`;
}

/** True on the terminal when what is wanted runs and what it replaces is gone. */
export function checkSettled(current: InterfaceSettings, wanted: Wanted): string {
  const { name } = wanted;
  if (wanted.method === "dhcp") return `ip -4 addr show dev ${name}|grep -q 'inet .*dynamic'`;
  const ran = current.running?.ipv4?.address ?? null;
  const replaced = ran !== null && ran !== wanted.address && /^[\d.]+$/.test(ran) ? ran : null;
  return [
    checkRunning(wanted),
    ...(replaced === null ? [] : [`! ip -4 addr show dev ${name}|grep -qwF ${replaced}`]),
    ...(wanted.gateway === null ? [`! ip -4 route show default dev ${name}|grep -q via`] : []),
  ].join("&&");
}
