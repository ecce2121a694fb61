// A Wi-Fi module with AT firmware (Espressif's): its address, gateway, mask and name servers as a station.
import { type Result, succeed } from "../../failures/result.ts";
import { parsePrefixLength } from "../../settings/prefix-length.ts";
import type { IpSettings } from "../../settings/network-settings.ts";
import type { Reading } from "../dialect.ts";
import type { Task } from "../task.ts";
import { describeCapabilities } from "./capabilities.ts";
import { readStation, readStationServers } from "./facts/identity.ts";
import { splitFields } from "./lines.ts";
import { type Modem, times } from "./modem.ts";

/** Null where the module is no such thing: then it answers AT+GMR without the firmware's name. */
export async function readWifiModule(modem: Modem, task: Task): Promise<Result<Reading | null>> {
  const quick = { within: times.quick, task };
  const version = await modem.read("AT+GMR", "text", quick);
  if (!version.ok) return version;
  const firmware = version.value.find((line) => /^AT version:/i.test(line)) ?? null;
  if (firmware === null) return succeed(null);
  const station = await modem.read("AT+CIPSTA?", { prefix: "+CIPSTA" }, quick);
  if (!station.ok) return station;
  const servers = await modem.read("AT+CIPDNS?", { prefix: "+CIPDNS" }, quick);
  if (!servers.ok) return servers;
  const joined = await modem.read("AT+CWJAP?", { prefix: "+CWJAP" }, quick);
  if (!joined.ok) return joined;
  const hardware = await modem.read("AT+CIPSTAMAC?", { prefix: "+CIPSTAMAC" }, quick);
  if (!hardware.ok) return hardware;
  const dhcp = await modem.read("AT+CWDHCP?", { prefix: "+CWDHCP" }, quick);
  if (!dhcp.ok) return dhcp;
  const ipv4 = makeIp(readStation(station.value), readStationServers(servers.value), dhcp.value);
  return succeed({
    interfaces: [makeInterface(ipv4, joined.value, hardware.value)],
    routes: [],
    nameServers: ipv4.dns.map((address) => ({ address, source: "AT+CIPDNS" })),
    hosts: [],
    tpdu: null,
    terminal: {
      family: "at",
      vendor: null,
      model: null,
      serialNumber: null,
      firmware: firmware.replace(/^AT version:/i, "").trim(),
      hostName: null,
    },
    clock: null,
    capabilities: describeCapabilities({ isCellular: false }),
  });
}

function makeInterface(
  ipv4: IpSettings,
  joined: readonly string[],
  hardware: readonly string[],
): Reading["interfaces"][number] {
  const [ssid = "", , , signal = ""] = splitFields(joined[0] ?? "");
  const isJoined = joined.length > 0;
  return {
    name: "wifi",
    kind: "wifi",
    mac: hardware[0] === undefined ? null : hardware[0].replace(/^[^:]*:/, "").replaceAll('"', ""),
    link: isJoined ? "up" : "down",
    mtu: null,
    manager: "modem",
    ipv4,
    ipv6: null,
    running: { ipv4, ipv6: null },
    wifi: {
      ssid: isJoined ? ssid : null,
      security: null,
      passphrase: null,
      signalDbm: /^-\d{1,3}$/.test(signal) ? Number(signal) : null,
    },
  };
}

/** AT+CWDHCP? tells a sum: 1 for the station; old firmware numbers it otherwise and is not asked about the soft access point. */
function makeIp(station: ReadonlyMap<string, string>, dns: readonly string[], dhcp: readonly string[]): IpSettings {
  const value = (name: string): string | null => {
    const text = station.get(name) ?? "";
    return text === "" || text === "0.0.0.0" ? null : text;
  };
  const mask = parsePrefixLength(value("netmask") ?? "");
  const mode = /:(\d)$/.exec(dhcp[0] ?? "")?.[1];
  return {
    method: mode === undefined ? null : (Number(mode) & 1) === 1 ? "dhcp" : "static",
    address: value("ip"),
    prefixLength: mask.ok ? mask.value : null,
    gateway: value("gateway"),
    dns,
    additional: [],
  };
}
