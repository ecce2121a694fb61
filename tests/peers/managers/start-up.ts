// How a terminal's own start-up brings up its manager: what stands in for init on a real one. The same lines run again
// after a power cut.

/** Everything in memory is new, and so is the bus: NetworkManager leaves a link alone until udev knows it. */
const bus = [
  "mkdir -p /run/dbus /run/systemd/network",
  "dbus-uuidgen --ensure",
  "dbus-daemon --system --fork",
  "{ /lib/systemd/systemd-udevd --daemon || /usr/lib/systemd/systemd-udevd --daemon; } >/dev/null 2>&1",
  "udevadm trigger -s net -c add",
  "udevadm settle -t 5 || true",
];

export type ManagerName = "networkmanager" | "systemd-networkd" | "ifupdown" | "udhcpc";

/** Each line ends by itself; what keeps running has left the shell. */
export const startUp: Readonly<Record<ManagerName, readonly string[]>> = {
  "networkmanager": [
    ...bus,
    "setsid NetworkManager --no-daemon >/var/log/manager 2>&1 </dev/null &",
    "for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do nmcli -t -f STATE general >/dev/null 2>&1 && break; sleep 0.2; done",
    "nmcli -w 20 device connect eth0 >/dev/null 2>&1 || true",
  ],
  "systemd-networkd": [
    ...bus,
    "mkdir -p /run/systemd/netif/links /run/systemd/netif/leases /run/systemd/netif/lldp",
    "chown -R systemd-network:systemd-network /run/systemd/netif",
    "setsid /lib/systemd/systemd-networkd >/var/log/manager 2>&1 </dev/null &",
    "for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do ip -4 addr show eth0 | grep -q 'inet ' && break; sleep 0.2; done",
  ],
  "udhcpc": [
    "ip link set eth0 up",
    "udhcpc -b -t 2 -T 1 -A 1 -i eth0 -s /root/udhcpc-script >/var/log/manager 2>&1 </dev/null",
  ],
  "ifupdown": ["mkdir -p /run/network", "ifup -a >/var/log/manager 2>&1 || true"],
};

/** What a power cut takes: every process but the console's own, addresses, and all of /run. */
export const powerCut = [
  // By what they are, inside the console's own process numbers, where nobody else's can be.
  "for d in /proc/[0-9]*; do read c < $d/comm; case $c in NetworkManager|systemd-network|systemd-udevd|dbus-daemon|dhclient|udhcpc) kill -9 ${d##*/};; esac; done",
  "kill -9 $(cat /run/counterpart/pid)",
  "ip addr flush dev eth0; ip link set eth0 down",
  "rm -rf /run/NetworkManager /run/counterpart /run/systemd /run/dbus /run/udev /run/network /run/dhclient*",
]
  .map((line) => `{ ${line}; } 2>/dev/null`)
  .join("; ");
