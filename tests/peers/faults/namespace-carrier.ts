// The real console in a namespace, with a real manager, as a carrier of faults.
import { startConsole } from "../console-in-namespace.ts";
import { type StartUp, startUps } from "../managers/start-up.ts";
import { waitForAnswer } from "../managers/managed-terminal.ts";
import { change, type WitnessedStock } from "../managers/stock.ts";
import { type Ailments, type Carrier, listLeft } from "./carrier.ts";

/** Every process but the first and the one that says so; only inside the terminal, where the first is its script. */
const endEverything =
  '[ "$(cat /proc/1/comm)" = sh ] && [ "$(hostname)" = terminal ] && for p in /proc/[0-9]*; do p=${p##*/}; case $p in 1|$$) ;; *) kill -9 $p;; esac; done';

const emptyMemory = [
  "ip addr flush dev eth0",
  "ip link set eth0 down",
  // The script that every getty is started by stands for init's own memory.
  "cp -p /run/getty /tmp/getty; umount -l /run; mount -t tmpfs -o mode=755 tmpfs /run; mv /tmp/getty /run/getty",
  "mkdir -p /run/network /run/lock; rm -rf /tmp/counterpart",
];

export async function startNamespaceCarrier(stock: WitnessedStock): Promise<Carrier> {
  const bringUp = startUps[stock.startUp];
  const peer = await startConsole({
    shell: "dash",
    login: "root-autologin",
    network: { routerAddresses: ["192.168.1.1/24", "192.168.1.254/24"] },
    files: stock.files,
    startUp: ["set +e", ...stock.settings, ...bringUp, "set -e"],
  });
  async function witness(command: string): Promise<string> {
    return (await peer.inNamespace(command)).stdout.trim();
  }
  const look = (): Promise<string> => witness(`${stock.state}; ${listLeft}`);
  const ailments = listAilments(stock.startUp);
  await waitForAnswer(look, stock.old, 15);
  // A namespace has no kernel of its own that could be told.
  async function cutPower(): Promise<void> {
    const lines = bringUp.map((line) => (line.endsWith("&") ? line : `${line};`));
    await witness(`{ ${endEverything}; } 2>/dev/null; ${emptyMemory.join("; ")}; ${lines.join(" ")}`);
  }
  return {
    name: stock.startUp,
    change,
    old: stock.old,
    changed: stock.changed,
    login: {},
    port: () => peer.port,
    witness,
    look,
    restart: cutPower,
    cutPower,
    ailments,
    async restore() {
      await witness(`${ailments.mend}; rm -rf /run/counterpart /etc/.counterpart*; ${stock.restore}`);
      await waitForAnswer(look, stock.old, 15);
    },
    close: () => peer.close(),
  };
}

/** The size of a file system in memory, set to what is used of it. */
function fill(folder: string): string {
  return `mount -o remount,size=$(df -k ${folder} | tail -n 1 | awk '{print $3}')k ${folder}`;
}

const tools: Readonly<Partial<Record<StartUp, readonly string[]>>> = {
  "ifupdown": ["ip", "ifconfig", "ifup", "ifdown"],
  "networkmanager": ["ip", "ifconfig", "nmcli"],
  "systemd-networkd": ["ip", "ifconfig", "networkctl", "systemctl"],
};

/** Words after which a tool changes something; it goes on answering what it is asked. */
const changing =
  "add|del|delete|flush|set|replace|change|up|down|reload|reconfigure|restart|modify|load|reapply|import|clone";

/** A tool that ends with `status` where it should change something. */
function disguise(tool: string, status: number): string {
  const real = `/run/real/${tool}`;
  const text = [
    "#!/bin/sh",
    `case \${0##*/} in ifup|ifdown) exit ${status};; esac`,
    // Networkctl's and nmcli's options and addresses are none of these words.
    `for word; do case $word in ${changing}) exit ${status};; esac; done`,
    `exec ${real} "$@"`,
  ].join("\\n");
  return [
    `f=$(readlink -f $(command -v ${tool}) 2>/dev/null) && [ -e "$f" ]`,
    `cp $f ${real} && printf '${text.replaceAll("'", "'\\''")}\\n' > /run/false/${tool} && chmod 755 /run/false/${tool}`,
    `mount --bind /run/false/${tool} $f`,
  ].join(" && ");
}

/** NetworkManager's own timer would take the change back all the same. */
const forgetCheckpoints =
  "busctl call org.freedesktop.NetworkManager /org/freedesktop/NetworkManager org.freedesktop.NetworkManager CheckpointDestroy o /";

function listAilments(startUp: StartUp): Ailments {
  const own = tools[startUp] ?? [];
  const folders = "mkdir -p /run/real /run/false";
  return {
    diskFull: fill("/mnt"),
    memoryFull: fill("/run"),
    lying: [folders, ...own.map((tool) => disguise(tool, 0))].join("; "),
    stuck: [
      ...(startUp === "networkmanager" ? [forgetCheckpoints] : []),
      folders,
      ...own.map((tool) => disguise(tool, 1)),
    ].join("; "),
    mend: [
      "mount -o remount,size=50% /mnt",
      "mount -o remount,size=50% /run",
      ...own.map((tool) => `while umount $(readlink -f $(command -v ${tool})) 2>/dev/null; do :; done`),
    ].join("; "),
  };
}
