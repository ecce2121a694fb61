// This PC's own networks, from the operating system.
import { readFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { mostPcNetworks, type PcNetworks } from "../core/findings/check-context.ts";
import { parsePrefixLength } from "../core/settings/prefix-length.ts";
import { printIpv4 } from "../core/settings/ipv4.ts";

/** `sharesRouter` is what a person said: that this PC and the terminal hang on one router. */
export async function readPcNetworks(sharesRouter: boolean): Promise<PcNetworks> {
  const gateways = readGateways(await readRoutes());
  const interfaces = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? []).flatMap(({ family, address, netmask, internal }) => {
      const prefix = family === "IPv4" && !internal ? parsePrefixLength(netmask) : null;
      return prefix?.ok ? [{ name, address, prefixLength: prefix.value, gateway: gateways.get(name) ?? null }] : [];
    }),
  );
  return { interfaces: interfaces.slice(0, mostPcNetworks), sharesRouter };
}

/** Linux only; elsewhere nothing tells it without starting a program, and the gateway stays unknown. */
async function readRoutes(): Promise<string> {
  return readFile("/proc/net/route", "utf8").catch(() => "");
}

/** Default gateways by interface, from the kernel's table: hexadecimal in the machine's own, little-endian order. */
function readGateways(table: string): ReadonlyMap<string, string> {
  const gateways = new Map<string, string>();
  for (const line of table.split("\n").slice(1)) {
    const [name = "", destination = "", gateway = ""] = line.trim().split(/\s+/);
    const octets = /^[0-9A-F]{8}$/i.test(gateway) ? (gateway.match(/../g) ?? []).toReversed() : [];
    const address = Number.parseInt(octets.join(""), 16);
    if (destination === "00000000" && octets.length === 4 && address !== 0) gateways.set(name, printIpv4(address));
  }
  return gateways;
}
