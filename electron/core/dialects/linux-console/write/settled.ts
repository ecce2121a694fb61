// Waiting on the terminal for a manager that works on after its command has returned.
import type { InterfaceSettings } from "../../../settings/network-settings.ts";
import { checkRunning } from "./run-time.ts";
import type { Wanted } from "./wanted.ts";

/** How often, five times a second (once where sleep takes whole seconds only). */
const patience = { static: 50, dhcp: 125 } as const;

/** True once `check` has been true `times` times in a row. */
export function waitUntil(check: string, { times = 1, method = "static" }: Waiting = {}): string {
  return `{ s=0;n=0;while [ $s -lt ${times} ]&&[ $n -lt ${patience[method]} ];do n=$((n+1));{ ${check};}&&s=$((s+1))||s=0;[ $s -ge ${times} ]||sleep .2 2>/dev/null||sleep 1;done;[ $s -ge ${times} ];}`;
}

interface Waiting {
  readonly times?: number;
  /** A DHCP server may take its time. */
  readonly method?: Wanted["method"];
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
