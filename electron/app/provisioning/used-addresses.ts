// Addresses that the register has given out, as settings that rows are held against.
import { type Result, succeed } from "../../core/failures/result.ts";
import { type NetworkSettings, networkSettingsSchema } from "../../core/settings/network-settings.ts";
import type { Register } from "../register/register.ts";

/** `butOf`: a plan whose rows are looked at themselves. */
export async function listUsed(
  register: Pick<Register, "listAddresses">,
  sites: ReadonlySet<string>,
  butOf: string | null = null,
): Promise<Result<readonly NetworkSettings[]>> {
  const used: NetworkSettings[] = [];
  for (const site of sites) {
    const held = await register.listAddresses(site);
    if (!held.ok) return held;
    used.push(...held.value.filter(({ planId }) => butOf === null || planId !== butOf).map(toSettings));
  }
  return succeed(used);
}

function toSettings(held: { readonly site: string; readonly address: string; readonly serialNumber: string | null }) {
  return networkSettingsSchema.parse({
    terminal: { serialNumber: held.serialNumber },
    ...(held.site !== "" && { site: held.site }),
    interfaces: [{ name: "held", kind: "ethernet", ipv4: { method: "static", address: held.address } }],
  });
}
