// The script that is process 1 of a console: private folders over the machine's own, settings, then getty after getty.
// Everything it changes lives in overlays and tmpfs of its own mount namespace, and is gone with it.
import type { ConsoleAccount, ConsoleOptions } from "./console-options.ts";

/** A file of the console, written before anything of it runs. */
interface PlacedFile {
  readonly path: string;
  readonly text: string;
  readonly mode?: string;
}

export interface Setup {
  readonly options: ConsoleOptions;
  readonly account: ConsoleAccount;
}

const appletFolder = "/usr/lib/terminal/bin";
const overlaid = ["etc", "usr", "var"] as const;
export const readyWord = "console-is-ready";
/** Empty folder on the machine, over which the console mounts its own memory. */
const scratchFolder = "/mnt";

const shellPaths = {
  "bash": "/bin/bash",
  "dash": "/bin/dash",
  "busybox-ash": "/bin/ash",
} as const;

/** Reads secrets from its standard input first, so that no argument list or file of the machine ever holds one. */
export function writeSetupScript({ options, account }: Setup): string {
  return [
    "set -e",
    "IFS= read -r user_password; IFS= read -r root_password",
    ...mountPrivateFolders(),
    ...createAccounts(options, account),
    ...(options.shell === "busybox-ash" ? installApplets() : []),
    ...listFiles(options).flatMap(placeFile),
    ...(options.locale === undefined ? [] : compileLocale(options.locale)),
    `echo ${quote(options.hostName ?? "terminal")} > /proc/sys/kernel/hostname`,
    ...bringUpNetwork(options),
    ...removeTools(options),
    `echo ${readyWord} >&2`,
    ...runGetties(options),
  ].join("\n");
}

function mountPrivateFolders(): readonly string[] {
  const overlays = overlaid.flatMap((name) => [
    `mkdir -p $scratch/${name}/upper $scratch/${name}/work`,
    `mount -t overlay overlay -o lowerdir=/${name},upperdir=$scratch/${name}/upper,workdir=$scratch/${name}/work /${name}`,
  ]);
  return [
    `scratch=${scratchFolder}`,
    "mount -t tmpfs -o mode=755 tmpfs $scratch",
    ...overlays,
    // What has no overlay is only to be looked at, in this mount namespace.
    "mount -o remount,bind,ro /",
    "mount -t tmpfs -o mode=755 tmpfs /run",
    "mount -t tmpfs -o mode=1777 tmpfs /tmp",
    // Nothing of the people who use this machine.
    "mount -t tmpfs -o mode=755 tmpfs /home",
    "mount -t tmpfs -o mode=700 tmpfs /root",
    "cp /etc/skel/.[a-z]* /root/",
    "mkdir -p /run/network /run/lock /var/log",
    // The machine's own restart switch is not a terminal's.
    "if [ -e /proc/sysrq-trigger ]; then mount --bind /dev/null /proc/sysrq-trigger; fi",
    // Settings of the machine must not show through.
    "rm -rf /etc/network/interfaces /etc/network/interfaces.d /etc/resolv.conf /etc/motd /etc/update-motd.d /var/log/*",
    "mkdir -p /etc/network/interfaces.d",
    "cd /",
  ];
}

function createAccounts(options: ConsoleOptions, account: ConsoleAccount): readonly string[] {
  const shell = shellPaths[options.shell];
  const lines = [`grep -qx ${shell} /etc/shells || echo ${shell} >> /etc/shells`, `usermod -s ${shell} root`];
  if (account.user !== "root") {
    lines.push(
      `useradd -m -s ${shell} ${account.user}`,
      `printf '%s:%s\\n' ${account.user} "$user_password" | chpasswd`,
    );
  }
  lines.push(
    'if [ -n "$root_password" ]; then printf "root:%s\\n" "$root_password" | chpasswd; else passwd -q -l root; fi',
  );
  if (options.login === "user-sudo" || options.login === "user-sudo-without-password") {
    const tag = options.login === "user-sudo" ? "" : "NOPASSWD: ";
    lines.push(
      `echo '${account.user} ALL=(ALL:ALL) ${tag}ALL' > /etc/sudoers.d/terminal`,
      "chmod 440 /etc/sudoers.d/terminal",
    );
  }
  return [...lines, "unset user_password root_password"];
}

/** Only BusyBox on the search path, so that nothing better is found by accident. */
function installApplets(): readonly string[] {
  return [
    `mkdir -p ${appletFolder}`,
    `busybox --install -s ${appletFolder}`,
    'for shell in ash sh; do ln -sf "$(command -v busybox)" /bin/$shell; done',
    // These are not BusyBox's and check passwords as login does.
    `for tool in su sudo login; do rm -f ${appletFolder}/$tool; if [ -e /usr/bin/$tool ]; then ln -s /usr/bin/$tool ${appletFolder}/$tool; fi; done`,
    `sed -i -e 's|^ENV_SUPATH.*|ENV_SUPATH PATH=${appletFolder}|' -e 's|^ENV_PATH.*|ENV_PATH PATH=${appletFolder}|' /etc/login.defs`,
    `sed -i -e 's|secure_path=.*|secure_path="${appletFolder}"|' /etc/sudoers`,
    `echo 'PATH=${appletFolder}; export PATH' > /etc/profile`,
    "rm -f /root/.profile /home/*/.profile /etc/environment",
    `export PATH=${appletFolder}:$PATH`,
  ];
}

function listFiles(options: ConsoleOptions): readonly PlacedFile[] {
  const network = options.network ?? {};
  const servers = network.nameServers ?? ["192.168.1.1"];
  const hostName = options.hostName ?? "terminal";
  const files: PlacedFile[] = [
    { path: "/etc/hostname", text: `${hostName}\n` },
    { path: "/etc/hosts", text: `127.0.0.1 localhost\n127.0.1.1 ${hostName}\n` },
    { path: "/etc/resolv.conf", text: servers.map((server) => `nameserver ${server}\n`).join("") },
  ];
  if (options.manager === "ifupdown") {
    files.push({ path: "/etc/network/interfaces", text: options.interfacesFile ?? writeInterfaces(options) });
  }
  const extra = Object.entries(options.files ?? {}).map(([path, text]) => ({ path, text }));
  return [...files, ...extra];
}

function writeInterfaces({ network = {}, shell }: ConsoleOptions): string {
  const gateway = network.gateway === undefined ? "192.168.1.1" : network.gateway;
  const stanzas = (network.addresses ?? ["192.168.1.20/24"]).map((address, index) => {
    const lines = ["iface eth0 inet static", ...writeAddress(address, shell === "busybox-ash")];
    if (index === 0 && gateway !== null) lines.push(`    gateway ${gateway}`);
    if (index === 0 && network.mtu !== undefined) lines.push(`    mtu ${network.mtu}`);
    return `${lines.join("\n")}\n`;
  });
  return ["auto lo\niface lo inet loopback\n", "auto eth0", ...stanzas].join("\n");
}

/** BusyBox's ifup takes no prefix length: it wants a netmask. */
function writeAddress(address: string, asNetmask: boolean): readonly string[] {
  const [host = address, prefix = "32"] = address.split("/");
  if (!asNetmask) return [`    address ${address}`];
  const bits = "1".repeat(Number(prefix)).padEnd(32, "0");
  const bytes = [0, 8, 16, 24].map((start) => Number.parseInt(bits.slice(start, start + 8), 2));
  return [`    address ${host}`, `    netmask ${bytes.join(".")}`];
}

function placeFile({ path, text }: PlacedFile): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf("/"));
  return [`mkdir -p ${quote(folder)}`, `printf %s ${quote(text)} > ${quote(path)}`];
}

function compileLocale(locale: string): readonly string[] {
  const [language = locale, charset = "UTF-8"] = locale.split(".");
  return [`localedef -i ${quote(language)} -f ${quote(charset)} ${quote(locale)}`, `export LANG=${quote(locale)}`];
}

function removeTools(options: ConsoleOptions): readonly string[] {
  const folders = ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", appletFolder];
  return (options.withoutTools ?? []).flatMap((tool) => folders.map((folder) => `rm -f ${quote(`${folder}/${tool}`)}`));
}

function bringUpNetwork(options: ConsoleOptions): readonly string[] {
  if (options.startUp !== undefined) return options.startUp;
  const network = options.network ?? {};
  if (options.manager === "ifupdown") return ["ifup -a >&2 || true"];
  const gateway = network.gateway === undefined ? "192.168.1.1" : network.gateway;
  const addresses = network.addresses ?? ["192.168.1.20/24"];
  return [
    ...(network.mtu === undefined ? [] : [`ip link set eth0 mtu ${network.mtu}`]),
    ...addresses.map((address) => `ip addr add ${quote(address)} dev eth0`),
    "ip link set eth0 up",
    // A gateway outside the subnet is what some terminals have; only an on-link route makes the kernel take it.
    ...(gateway === null
      ? []
      : [
          `ip route add default via ${gateway} dev eth0 2>/dev/null || ip route add default via ${gateway} dev eth0 onlink`,
        ]),
  ];
}

function runGetties(options: ConsoleOptions): readonly string[] {
  const autologin = options.login === "root-autologin" ? "--autologin root " : "";
  const size = options.columns === undefined ? "" : `stty cols ${options.columns} rows 24; `;
  const getty = `${size}exec /sbin/agetty ${autologin}-L 115200 - vt100`;
  const pause = (options.gettyDelay ?? 0) > 0 ? `sleep ${options.gettyDelay ?? 0}; ` : "";
  return [
    `printf '%s\\n' '#!/bin/sh' ${quote(getty)} > /run/getty; chmod 755 /run/getty`,
    "set +e",
    // The short sleep keeps a getty that cannot start from taking the machine's time.
    `while :; do ${pause}socat STDIO EXEC:/run/getty,pty,setsid,ctty,stderr,sane; sleep 0.05; done`,
  ];
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
