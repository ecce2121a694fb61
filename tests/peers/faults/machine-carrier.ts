// The whole BusyBox machine, with a disk that outlives it, as a carrier of faults.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MachinePeer, startMachine } from "../busybox-machine.ts";
import type { MachineOptions } from "../machine-files.ts";
import { makeDisk } from "../machine-disk.ts";
import { askAside, waitForAside } from "../machine-witness.ts";
import { waitForAnswer } from "../managers/managed-terminal.ts";
import { type Ailments, type Carrier, listLeft } from "./carrier.ts";

const file = "/etc/network/interfaces";

const interfacesFile = `# written by the technician
auto lo
iface lo inet loopback

auto eth0
iface eth0 inet static
    address 10.0.2.20
    netmask 255.255.255.0
    gateway 10.0.2.2
    # the shop's network
    up echo up >> /tmp/hook
`;

const old = ["inet 10.0.2.20/24", "default via 10.0.2.2", "nameserver 10.0.2.3", interfacesFile.trim()].join("\n");
const changed = old.replaceAll("2.20", "2.77").replaceAll("10.0.2.2\n", "10.0.2.3\n");
const state = `ip -4 addr show eth0 | grep -o 'inet [0-9./]*'; ip route | sed -n 's/^\\(default via [0-9.]*\\).*/\\1/p'; cat /etc/resolv.conf ${file}`;
const bootPatience = 90;

export async function startMachineCarrier(): Promise<Carrier> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-faulty-machine-"));
  const disk = join(folder, "disk");
  const aside = join(folder, "aside");
  const options: MachineOptions = {
    login: "shell",
    interfacesFile,
    disk,
    aside,
    files: { "/etc/resolv.conf": "nameserver 10.0.2.3\n", "/etc/stock": interfacesFile },
  };
  await makeDisk(disk, options);
  let machine: MachinePeer = await startMachine(options);
  await waitForAside(aside, bootPatience);
  const witness = async (command: string): Promise<string> => (await askAside(aside, command)) ?? "no answer";
  const look = (): Promise<string> => witness(`${state}; ${listLeft}`);
  const stock = `cat /etc/stock > ${file}; echo nameserver 10.0.2.3 > /etc/resolv.conf; sync`;
  const again = "ifdown -f eth0; ip addr flush dev eth0; rm -f /run/ifstate; ifup -f eth0";
  return {
    name: "BusyBox machine in QEMU",
    change: ["eth0.ipv4.address=10.0.2.77/24", "eth0.ipv4.gateway=10.0.2.3"],
    old,
    changed,
    login: { timeoutSeconds: 60 },
    port: () => machine.port,
    witness,
    look,
    async restart() {
      // A reset, at once: what init does before one takes longer than a push.
      await askAside(aside, "reboot -nf", 1000);
      await waitForAside(aside, bootPatience);
    },
    async cutPower() {
      await machine.kill();
      await machine.close();
      machine = await startMachine(options);
      await waitForAside(aside, bootPatience);
    },
    ailments,
    async restore() {
      await witness(`${ailments.mend}; rm -rf /run/counterpart /etc/.counterpart*; ${stock}; ${again}`);
      await waitForAnswer(look, old, 15);
    },
    async close() {
      await machine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody else on the terminal who sets the address again as soon as it is another one: its tools are in one program. */
function insist(address: string, gateway: string): string {
  const set = `ip addr flush dev eth0; ip addr add ${address}/24 brd + dev eth0; ip route add default via ${gateway}`;
  return `touch /tmp/insist; (while [ -e /tmp/insist ]; do ip -4 addr show eth0 | grep -qF ${address}/ || { ${set}; }; usleep 50000; done) >/dev/null 2>&1 </dev/null &`;
}

const ailments: Ailments = {
  diskFull: "dd if=/dev/zero of=/etc/full bs=1024; dd if=/dev/zero of=/etc/fuller bs=1; sync",
  memoryFull: "mount -o remount,size=$(df -k /run | tail -n 1 | awk '{print $3}')k /run",
  lying: insist("10.0.2.20", "10.0.2.2"),
  // As an adapter that has come loose.
  stuck: "ip link set eth0 down; ip link set eth0 name loose0",
  mend: "rm -f /tmp/insist /etc/full /etc/fuller; mount -o remount,size=50% /run; [ ! -e /sys/class/net/loose0 ] || { ip link set loose0 name eth0; ip link set eth0 up; }; sleep 1",
};
