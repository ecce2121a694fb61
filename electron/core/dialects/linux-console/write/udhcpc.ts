// An interface whose only keeper is a DHCP client that some start script has started, and one that is to get such a
// client: both at run time only, since there is no file of settings. A restart brings back what the scripts do.
import type { InterfaceSettings, Route } from "../../../settings/network-settings.ts";
import { checkClient, keepClient, startKeptClient, stopClients } from "./dhcp-clients.ts";
import { restoreRunning, writeRunTime } from "./run-time.ts";
import { waitUntil } from "./settled.ts";
import type { Steps } from "./steps.ts";
import type { Wanted } from "./wanted.ts";

/** From a lease to a static address. */
export function replaceClient(current: InterfaceSettings, wanted: Wanted, routes: readonly Route[]): Steps {
  const { name } = wanted;
  const kept = `$D/${name}.client`;
  const hasAddress = `{ ip -4 addr show dev ${name}||ifconfig ${name};} 2>/dev/null|grep -q 'inet '`;
  return {
    ...writeRunTime(current, wanted, routes),
    prepare: [{ name: "plan-stale", shell: keepClient(name, kept) }],
    apply: [
      { name: "stop DHCP client", shell: stopClients(name) },
      ...writeRunTime(current, wanted, routes).apply,
      { name: "DHCP client is gone", shell: `! ${checkClient(name)}` },
    ],
    // The client sets up the interface by itself; an address that it has not given must go first.
    undo: [
      `${checkClient(name)}||ip -4 addr flush dev ${name} scope global`,
      startKeptClient(name, kept),
      waitUntil(hasAddress, { method: "dhcp" }),
    ],
    isRestored: [checkClient(name)],
  };
}

/** From a static address that nobody keeps to a lease. */
export function startClient(current: InterfaceSettings, wanted: Wanted, routes: readonly Route[]): Steps {
  const { name } = wanted;
  const { isRestored } = writeRunTime(current, wanted, routes);
  const start = `if type udhcpc>/dev/null 2>&1;then udhcpc -n -i ${name};else dhclient -1 ${name};fi`;
  return {
    prepare: [{ name: "DHCP client", shell: "type udhcpc||type dhclient" }],
    apply: [
      { name: "ip address", shell: `ip -4 addr flush dev ${name} scope global||ifconfig ${name} 0.0.0.0` },
      { name: "DHCP client", shell: `{ ${start};} </dev/null` },
      { name: "read back", shell: checkClient(name) },
    ],
    files: [],
    persist: [],
    undo: [stopClients(name), restoreRunning(current, routes)],
    isRestored,
  };
}
