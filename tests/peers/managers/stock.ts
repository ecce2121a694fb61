// Terminals as they come from a shop that works: a static address, a gateway, a name server.
import type { ConsoleShell } from "../console-options.ts";
import type { StartUp } from "./start-up.ts";

export interface Stock {
  readonly startUp: StartUp;
  /** Default dash, with Debian's own programs. */
  readonly shell?: ConsoleShell;
  /** Shell lines run before the manager starts: its settings. */
  readonly settings: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

/** A stock terminal with its witness. */
export interface WitnessedStock extends Stock {
  /** Where the manager keeps the interface's settings, and what stands there. */
  readonly file: string;
  readonly text: string;
  /** A shell command that prints what runs and what is kept. */
  readonly state: string;
  /** What it prints of the stock settings, and of those after `change`. */
  readonly old: string;
  readonly changed: string;
  /** Brings the stock settings back after a test. */
  readonly restore: string;
}

/** What the tests push. */
export const change = ["eth0.ipv4.address=192.168.1.77/24", "eth0.ipv4.gateway=192.168.1.254"];

const running = [
  "ip -4 -o addr show eth0 | grep -o 'inet [0-9./]*'",
  "ip -4 route show default | cut -d' ' -f1-3",
  "grep -h nameserver /etc/resolv.conf",
];

export const profileId = "7c3f2a0e-0a3b-4b53-9a5e-0d6c1f0b7a21";
const uuid = profileId;
const profileFile = "/etc/NetworkManager/system-connections/till.nmconnection";

const profile = `# written by the technician
[connection]
id=the till
uuid=${uuid}
type=ethernet
interface-name=eth0

[ipv4]
method=manual
address1=192.168.1.20/24,192.168.1.1
dns=192.168.1.1;

[ipv6]
method=ignore
`;

const networkManagerConf = `[main]
plugins=keyfile
auth-polkit=false
rc-manager=file
no-auto-default=*
[device-eth0]
match-device=interface-name:eth0
managed=1
`;

const keptProfile = [
  "inet 192.168.1.20/24",
  "default via 192.168.1.1",
  "nameserver 192.168.1.1",
  "ipv4.method:manual",
  "ipv4.addresses:192.168.1.20/24",
  "ipv4.gateway:192.168.1.1",
  "ipv4.dns:192.168.1.1",
].join("\n");

export const networkManagerStock: WitnessedStock = {
  startUp: "networkmanager",
  settings: [
    "rm -rf /etc/NetworkManager/conf.d/* /etc/NetworkManager/system-connections/* /var/lib/NetworkManager/*",
    `cat /root/till > ${profileFile}; chmod 600 ${profileFile}`,
  ],
  files: { "/etc/NetworkManager/NetworkManager.conf": networkManagerConf, "/root/till": profile },
  file: profileFile,
  text: profile,
  state: [
    ...running,
    `nmcli -t -e no -f ipv4.method,ipv4.addresses,ipv4.gateway,ipv4.dns connection show ${uuid}`,
  ].join("; "),
  old: keptProfile,
  changed: keptProfile
    .replaceAll("1.20/24", "1.77/24")
    .replaceAll("way:192.168.1.1", "way:192.168.1.254")
    .replace("via 192.168.1.1", "via 192.168.1.254"),
  restore: `[ "$(cat ${profileFile})" = "$(cat /root/till)" ] || { cat /root/till > ${profileFile}; rm -f /run/NetworkManager/system-connections/*till*; nmcli connection load ${profileFile}; nmcli connection up ${uuid}; }`,
};

export const unitFolder = "/etc/systemd/network";
const unitFile = `${unitFolder}/10-till.network`;

const unit = `# written by the technician
[Match]
Name=eth0

[Network]
; the shop's network
Address=192.168.1.20/24
Gateway=192.168.1.1
LinkLocalAddressing=no
IPv6AcceptRA=no
`;

function describeUnit(address: string, gateway: string): string {
  const files = `${unitFolder}:\n10-till.network\n\nrun/systemd/network:`;
  return [`inet ${address}`, `default via ${gateway}`, "nameserver 192.168.1.1", unitFile, files].join("\n");
}

export const networkdStock: WitnessedStock = {
  startUp: "systemd-networkd",
  settings: [
    `rm -rf ${unitFolder} /etc/resolv.conf; mkdir ${unitFolder}; cat /root/till > ${unitFile}; cat /root/resolv > /etc/resolv.conf`,
  ],
  files: { "/root/till": unit, "/root/resolv": "nameserver 192.168.1.1\n" },
  file: unitFile,
  text: unit,
  // Also the file that it comes from, and every file that there is.
  state: [
    ...running,
    "networkctl status eth0 | sed -n 's/^ *Network File: //p'",
    `cd /; ls ${unitFolder} run/systemd/network`,
  ].join("; "),
  old: describeUnit("192.168.1.20/24", "192.168.1.1"),
  changed: describeUnit("192.168.1.77/24", "192.168.1.254"),
  restore: `rm -rf ${unitFolder}/* /run/systemd/network/*; cat /root/till > ${unitFile}; cat /root/resolv > /etc/resolv.conf; networkctl reload; networkctl reconfigure eth0`,
};

const shopFile = "/etc/network/shop/till.if";

const shop = `# the till
iface eth0 inet static
    address 192.168.1.20/24
    gateway 192.168.1.1
    up echo up >> /tmp/hook
    # the second line
iface eth1 inet static
    address 10.7.0.20
    netmask 255.255.255.0
`;

/** Two interfaces in one file that is sourced from outside interfaces.d. */
export const ifupdownStock = {
  startUp: "ifupdown",
  settings: [
    "ip link add eth1 type veth peer name far1; ip link set far1 up",
    "echo nameserver 192.168.1.1 > /etc/resolv.conf",
  ],
  files: {
    "/etc/network/interfaces":
      "# made by hand, keep\nauto lo eth0 eth1\niface lo inet loopback\n\nsource /etc/network/shop/*.if\n",
    [shopFile]: shop,
  },
  file: shopFile,
  text: shop,
} as const satisfies Stock & Pick<WitnessedStock, "file" | "text">;

const leaseScript = `#!/bin/sh
case "$1" in
deconfig) ip -4 addr flush dev $interface; ip link set $interface up ;;
bound | renew)
  ip -4 addr flush dev $interface
  ip addr add $ip/\${mask:-24} dev $interface
  for gateway in $router; do ip route replace default via $gateway dev $interface; done
  for server in $dns; do echo nameserver $server; done > /etc/resolv.conf ;;
esac
`;

/** A lease of BusyBox's client, started by a script and kept by nobody. */
export const udhcpcStock: Stock = {
  startUp: "udhcpc",
  settings: ["ln -sf $(command -v busybox) /usr/sbin/udhcpc", "chmod 755 /root/udhcpc-script"],
  files: { "/root/udhcpc-script": leaseScript },
};

const tillFile = "/etc/network/interfaces";

const till = `# written by the technician
auto lo
iface lo inet loopback

auto eth0
iface eth0 inet static
    address 192.168.1.20/24
    gateway 192.168.1.1
    # the shop's network
    up echo up >> /tmp/hook
`;

const keptTill = [
  ["inet 192.168.1.20/24", "default via 192.168.1.1", "nameserver 192.168.1.1"].join("\n"),
  till.trim(),
].join("\n");

export const tillStock: WitnessedStock = {
  startUp: "ifupdown",
  settings: [`cat /root/till > ${tillFile}; echo nameserver 192.168.1.1 > /etc/resolv.conf`],
  files: { "/root/till": till },
  file: tillFile,
  text: till,
  state: [...running, `cat ${tillFile}`].join("; "),
  old: keptTill,
  changed: keptTill
    .replaceAll("1.20/24", "1.77/24")
    .replace("gateway 192.168.1.1", "gateway 192.168.1.254")
    .replace("via 192.168.1.1", "via 192.168.1.254"),
  restore: `ifdown --force eth0; cat /root/till > ${tillFile}; echo nameserver 192.168.1.1 > /etc/resolv.conf; ip -4 addr flush dev eth0; ifup --force eth0`,
};
