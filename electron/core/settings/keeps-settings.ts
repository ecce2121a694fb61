import type { Change } from "./change.ts";
import type { InterfaceSettings, Manager } from "./network-settings.ts";

/** Whether what is set now is still there after a restart; a DHCP client alone has no settings that could be changed. */
export function keepsSettings(manager: Manager | null): boolean {
  return manager !== null && manager !== "busybox-udhcpc";
}

/** Interfaces of which a change lasts until the next restart only. Name servers stand in a file of their own. */
export function listUnkept(
  changes: readonly Change[],
  interfaces: readonly Pick<InterfaceSettings, "name" | "manager">[],
): readonly string[] {
  const names = changes.flatMap((change) => (change.field === "ipv4.dns" ? [] : [change.interface]));
  return [...new Set(names)].filter((name) => {
    const found = interfaces.find((each) => each.name === name);
    return found !== undefined && !keepsSettings(found.manager);
  });
}
