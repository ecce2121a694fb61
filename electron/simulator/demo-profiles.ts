// The terminals of the demonstration. Names, numbers and addresses are made up; no vendor's product is meant.
import { loopback, type MachineProfile, type Site } from "./machine/machine-profile.ts";

const site: Site = {
  router: "192.168.1.1",
  nameServers: ["192.168.1.1"],
  alive: ["192.168.1.1"],
  // Addresses of the range for documentation (RFC 5737).
  names: { "pay.example": "203.0.113.20" },
  listening: ["192.168.1.1:80", "203.0.113.20:443", "223.5.5.5:53"],
  lease: { address: "192.168.1.101", prefixLength: 24 },
};

function interfacesFile(gateway: string): string {
  return [
    "# interfaces(5) file used by ifup(8) and ifdown(8)",
    "source /etc/network/interfaces.d/*",
    "",
    "auto lo",
    "iface lo inet loopback",
    "",
    "auto eth0",
    "iface eth0 inet static",
    "    address 192.168.1.23/24",
    `    gateway ${gateway}`,
    "",
  ].join("\n");
}

const kernelVersion = "#1 SMP PREEMPT_DYNAMIC";

export const healthyLinux: MachineProfile = {
  hostName: "pos-0017",
  identity: {
    vendor: "Counterpart Demo",
    model: "CT-200",
    serialNumber: "CT2-0001734",
    firmware: "4.2.1",
    source: "dmi",
  },
  kernel: { release: "6.12.43-pos", version: kernelVersion, machine: "x86_64" },
  // A MAC address of the range for documentation (RFC 7042, 2.1.1).
  hardware: [loopback, { name: "eth0", kind: "ether", mac: "00:00:5e:00:53:17", mtu: 1500, driver: "r8169" }],
  site,
  files: {
    "/etc/network/interfaces": interfacesFile("192.168.1.1"),
    "/etc/resolv.conf": "nameserver 192.168.1.1\nnameserver 223.5.5.5\n",
  },
  without: [],
  logReader: "journalctl",
  upFor: 3 * 86_400 + 4211,
};

/** The gateway was copied from another shop, and so was one of the name servers. */
export const brokenLinux: MachineProfile = {
  ...healthyLinux,
  hostName: "pos-0042",
  identity: {
    vendor: "Counterpart Demo",
    model: "CT-100",
    serialNumber: "CT1-0000942",
    firmware: "4.1.7",
    source: "device-tree",
  },
  kernel: { release: "6.12.43-pos-v7", version: kernelVersion, machine: "armv7l" },
  hardware: [loopback, { name: "eth0", kind: "ether", mac: "00:00:5e:00:53:2a", mtu: 1500, driver: "fec" }],
  files: {
    "/etc/network/interfaces": interfacesFile("192.168.2.1"),
    "/etc/resolv.conf": "nameserver 192.168.1.1\nnameserver 192.168.1.250\n",
  },
  upFor: 4 * 3600 + 77,
};
