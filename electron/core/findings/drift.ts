import type { IpSettings } from "../settings/network-settings.ts";
import type { InterfaceFacts } from "./interface-facts.ts";

/** What runs, where it can be held against what a person configured: a carrier is there and both are known. */
export function readDrift({ settings }: InterfaceFacts): { readonly running: IpSettings } | null {
  const running = settings.running?.ipv4 ?? null;
  return settings.ipv4?.method === "static" && settings.link !== "down" && running !== null ? { running } : null;
}
