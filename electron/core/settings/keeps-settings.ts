import type { Manager } from "./network-settings.ts";

/** Whether what is set now is still there after a restart; a DHCP client alone has no settings that could be changed. */
export function keepsSettings(manager: Manager | null): boolean {
  return manager !== null && manager !== "busybox-udhcpc";
}
