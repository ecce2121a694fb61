import { kernelModules } from "./kernel.ts";
import type { RamdiskContent } from "./ramdisk.ts";

export interface MachineOptions {
  /** `askfirst` waits for Enter and gives root's shell; `shell` gives it at once. */
  readonly login: "root-password" | "root-without-password" | "askfirst" | "shell";
  /** The text of /etc/network/interfaces. Default: eth0 by DHCP, which hands out 10.0.2.15/24. */
  readonly interfacesFile?: string;
  /** Once up, a kernel message is printed this often, in milliseconds. Default never. */
  readonly kernelMessagesEvery?: number;
  /** Files to be found on the machine, by absolute path. */
  readonly files?: Readonly<Record<string, string>>;
  /** An image with a file system that holds /etc, from `makeDisk`: it outlives the machine. Default: all in memory. */
  readonly disk?: string;
  /** A Unix socket to be made: what is written there is run by a second console. */
  readonly aside?: string;
  /** Wait for the prompt or the login before `startMachine` resolves. Default true; false shows the boot text to the client. */
  readonly waitUntilUp?: boolean;
}

const defaultInterfaces = "auto lo\niface lo inet loopback\n\nauto eth0\niface eth0 inet dhcp\n";

const leaseScript = `#!/bin/sh
case "$1" in
deconfig)
  ip addr flush dev "$interface"
  ip link set "$interface" up ;;
bound | renew)
  ip addr flush dev "$interface"
  ip addr add "$ip/\${mask:-24}" dev "$interface"
  for gateway in $router; do ip route add default via "$gateway" dev "$interface"; done
  : > /etc/resolv.conf
  for server in $dns; do echo "nameserver $server" >> /etc/resolv.conf; done ;;
esac
`;

export function writeMachineFiles(options: MachineOptions, passwordHash: string): RamdiskContent {
  const files = {
    "/etc/passwd": "root:x:0:0:root:/root:/bin/ash\n",
    "/etc/group": "root:x:0:\n",
    "/etc/shadow": `root:${passwordHash}:19000:0:99999:7:::\n`,
    "/etc/hostname": "terminal\n",
    "/etc/hosts": "127.0.0.1 localhost\n127.0.1.1 terminal\n",
    "/etc/os-release": 'NAME="Terminal Linux"\nID=terminal\nVERSION_ID=1.0\nPRETTY_NAME="Terminal Linux 1.0"\n',
    "/etc/inittab": writeInittab(options),
    "/etc/network/interfaces": options.interfacesFile ?? defaultInterfaces,
    "/etc/init.d/rcS": writeStartScript(options),
    "/sbin/witness": witness,
    "/etc/udhcpc/default.script": leaseScript,
    ...options.files,
  };
  return { files, programs: ["/etc/init.d/rcS", "/sbin/witness", "/etc/udhcpc/default.script"] };
}

/** Runs each line that it reads and says when it has ended. */
const witness = `#!/bin/sh
PATH=/bin:/sbin:/usr/bin:/usr/sbin
stty -echo
while IFS= read -r line; do
  (eval "$line") 2>&1
  echo "=ended"
done
`;

function writeInittab({ login, aside }: MachineOptions): string {
  const console = {
    "root-password": "ttyS0::respawn:/sbin/getty -L 115200 ttyS0 vt100",
    "root-without-password": "ttyS0::respawn:/sbin/getty -L 115200 ttyS0 vt100",
    "askfirst": "ttyS0::askfirst:-/bin/ash",
    "shell": "ttyS0::respawn:-/bin/ash",
  }[login];
  return `::sysinit:/etc/init.d/rcS\n${console}\n${aside === undefined ? "" : "ttyS1::respawn:/sbin/witness\n"}::ctrlaltdel:/sbin/reboot\n`;
}

function writeStartScript({ kernelMessagesEvery: messagesEvery, disk }: MachineOptions): string {
  const lines = [
    "#!/bin/sh",
    "export PATH=/bin:/sbin:/usr/bin:/usr/sbin",
    "/bin/busybox --install -s",
    "mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev",
    "mkdir -p /dev/pts; mount -t devpts devpts /dev/pts; mount -t tmpfs run /run",
    "hostname -F /etc/hostname",
    ...kernelModules.map((module) => `insmod /lib/modules/${module.split("/").at(-1) ?? module}.ko`),
    ...(disk === undefined ? [] : ["mkdir -p /disk; mount -t ext4 /dev/vda /disk; mount -o bind /disk/etc /etc"]),
    "syslogd -C64; klogd",
    "ifup -a",
    'logger -t payment "started"',
  ];
  if (messagesEvery !== undefined) {
    const word = "counterpart-noise";
    lines.push(
      `(n=0; while :; do n=$((n+1)); echo "<4>${word} $n: link is not ready" > /dev/kmsg; usleep ${messagesEvery * 1_000}; done) &`,
    );
  }
  return `${lines.join("\n")}\n`;
}
