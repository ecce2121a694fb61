// A pack and a plan as their makers hand them over.
import { makePack } from "../../electron/app/diagnosis/pack/make-pack.ts";
import { networkSettingsSchema } from "../../electron/core/settings/network-settings.ts";

export function samplePack(): Buffer {
  const ipv4 = { method: "static", address: "192.168.1.9/24", gateway: "192.168.2.1", dns: ["192.168.1.1"] };
  const settings = networkSettingsSchema.parse({
    terminal: { serialNumber: "CT-PACK-1" },
    interfaces: [{ name: "eth0", kind: "ethernet", ipv4 }],
  });
  const known = { settings, stages: [], lines: [], answers: [], codes: [], channel: null, terminalId: "" };
  return Buffer.from(makePack({ ...known, made: "2026-11-22T10:00:00Z" }).zip, "base64");
}

export const samplePlan = `机身号,Shop,IP,Mask,Gateway,DNS,Till
CT3-901,North,192.168.1.41,255.255.255.0,192.168.1.1,192.168.1.1,1
`;
