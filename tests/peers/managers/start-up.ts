// How a terminal's own start-up brings up its manager: what stands in for init on a real one. The same lines run again
// after a power cut. Each line ends by itself; what keeps running has left the shell.

/** Asks again until a command succeeds, five times a second. */
function waitFor(command: string, turns: number): string {
  const times = Array.from({ length: turns }, (_, index) => index).join(" ");
  return `for n in ${times}; do ${command} >/dev/null 2>&1 && break; sleep 0.2; done`;
}

const hasAddress = waitFor("ip -4 addr show eth0 | grep -q 'inet '", 25);

/** Everything in memory is new, and so is the bus: NetworkManager leaves a link alone until udev knows it. */
const bus = [
  "mkdir -p /run/dbus /run/systemd/network",
  "dbus-uuidgen --ensure",
  "dbus-daemon --system --fork",
  "{ /lib/systemd/systemd-udevd --daemon || /usr/lib/systemd/systemd-udevd --daemon; } >/dev/null 2>&1",
  "udevadm trigger -s net -c add",
  "udevadm settle -t 5 || true",
];

/** Its package makes its user when it is installed, which here it is not; the bus looks for that user when it starts. */
const resolverUser = "id systemd-resolve >/dev/null 2>&1 || useradd -r -M -s /usr/sbin/nologin systemd-resolve";

const resolver = [
  "mkdir -p /run/systemd/resolve; chown systemd-resolve:systemd-resolve /run/systemd/resolve",
  "setsid /usr/lib/systemd/systemd-resolved >/var/log/resolver 2>&1 </dev/null &",
  "ln -sf ../run/systemd/resolve/stub-resolv.conf /etc/resolv.conf",
  waitFor("resolvectl dns", 15),
];

const networkManager = [
  "setsid NetworkManager --no-daemon >/var/log/manager 2>&1 </dev/null &",
  waitFor("nmcli -t -f STATE general", 15),
  "nmcli -w 20 device connect eth0 >/dev/null 2>&1 || true",
];

const networkd = [
  "mkdir -p /run/systemd/netif/links /run/systemd/netif/leases /run/systemd/netif/lldp",
  "chown -R systemd-network:systemd-network /run/systemd/netif",
  "setsid /lib/systemd/systemd-networkd >/var/log/manager 2>&1 </dev/null &",
  hasAddress,
];

const ifupdown = ["mkdir -p /run/network", "ifup -a >/var/log/manager 2>&1 || true"];

export const startUps = {
  "networkmanager": [...bus, ...networkManager],
  "networkmanager with systemd-resolved": [resolverUser, ...bus, ...resolver, ...networkManager],
  "systemd-networkd": [...bus, ...networkd],
  "systemd-networkd with systemd-resolved": [resolverUser, ...bus, ...resolver, ...networkd],
  "ifupdown": ifupdown,
  "ifupdown with resolvconf": [
    "ln -sfn /run/resolvconf /etc/resolvconf/run; ln -sf /etc/resolvconf/run/resolv.conf /etc/resolv.conf",
    "resolvconf --create-runtime-directories; resolvconf --enable-updates",
    ...ifupdown,
  ],
  "udhcpc": [
    "ip link set eth0 up",
    "udhcpc -b -t 2 -T 1 -A 1 -i eth0 -s /root/udhcpc-script >/var/log/manager 2>&1 </dev/null",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type StartUp = keyof typeof startUps;

/** What a power cut takes: every process but the console's own, addresses, and all of /run that managers have there. */
export const powerCut = [
  // By what they are, inside the console's own process numbers, where nobody else's can be.
  "for d in /proc/[0-9]*; do read c < $d/comm; case $c in NetworkManager|systemd-[nru]*|dbus-daemon|dhclient|udhcpc) kill -9 ${d##*/};; esac; done",
  "kill -9 $(cat /run/counterpart/pid)",
  "ip addr flush dev eth0; ip link set eth0 down",
  "rm -rf /run/NetworkManager /run/counterpart /run/systemd /run/dbus /run/udev /run/network /run/resolvconf",
]
  .map((line) => `{ ${line}; } 2>/dev/null`)
  .join("; ");
