// Writes the cases that real programs made: a console in a namespace with Debian's or BusyBox's own tools, read as any
// terminal is. As root, on Debian with the packages that tests/peers names, and dnsmasq and isc-dhcp-client:
//
//   node tests/corpus/settings/capture.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ConsolePeer, startConsole } from "../../peers/console-in-namespace.ts";
import type { ConsoleOptions } from "../../peers/console-options.ts";
import { startTerminalClient, take } from "../../peers/terminal-client.ts";

/** Of the documentation range. */
const macAddress = "00:00:5e:00:53:20";

const base = {
  shell: "bash",
  login: "root-autologin",
  manager: "ifupdown",
  hostName: "debian",
  network: { macAddress },
} as const;

const loopback = "auto lo\niface lo inet loopback\n\n";

/** Only `auto` interfaces come up with the console: the others once the router hands out addresses. */
const byHand: Readonly<Record<string, ConsoleOptions>> = {
  "debian-ifupdown-static": base,
  "debian-ifupdown-two-addresses": { ...base, network: { macAddress, addresses: ["192.168.1.20/24", "10.0.0.9/24"] } },
  "debian-ifupdown-inet6-static": {
    ...base,
    interfacesFile: `${loopback}auto eth0
iface eth0 inet static
    address 192.168.1.20/24
    gateway 192.168.1.1
iface eth0 inet6 static
    address fd3c:9f1a:77e2::20/64
    gateway fd3c:9f1a:77e2::1
`,
  },
  "busybox-ifupdown-static": { ...base, shell: "busybox-ash", hostName: "busybox" },
};

const byDhcp: Readonly<Record<string, ConsoleOptions>> = {
  "debian-ifupdown-dhcp": { ...base, interfacesFile: `${loopback}iface eth0 inet dhcp\n` },
};

/** Hands out one address on the router's side of the cable, until the namespace goes. */
async function serveDhcp(peer: ConsolePeer): Promise<number> {
  const pidFile = `/run/counterpart-capture-${process.pid}.pid`;
  const serving = await peer.inRouter(
    `dnsmasq --conf-file=/dev/null --port=0 --leasefile-ro --pid-file=${pidFile} --interface=lan0 --bind-interfaces ` +
      `--dhcp-range=192.168.1.50,192.168.1.50,12h --dhcp-option=6,192.168.1.1 >&2 && cat ${pidFile} && rm -f ${pidFile}`,
  );
  return Number(serving.stdout);
}

async function capture(name: string, options: ConsoleOptions, prepare: (peer: ConsolePeer) => Promise<void>) {
  const peer = await startConsole(options);
  const terminal = startTerminalClient();
  try {
    await prepare(peer);
    const session = await terminal.connect(`tcp:127.0.0.1:${peer.port}`);
    const { interfaces, routes, nameServers, hosts, terminal: who } = take(await terminal.client.call("terminal.read", { session }));
    const kept = { terminal: { family: who.family, hostName: who.hostName }, interfaces, routes, nameServers, hosts };
    writeFileSync(join(import.meta.dirname, "read", `${name}.json`), `${JSON.stringify(kept, null, 2)}\n`);
  } finally {
    await terminal.close();
    await peer.close();
  }
}

for (const [name, options] of Object.entries(byHand)) await capture(name, options, async () => undefined);
for (const [name, options] of Object.entries(byDhcp)) {
  let server = 0;
  await capture(name, options, async (peer) => {
    server = await serveDhcp(peer);
    await peer.inNamespace("ifup eth0 >&2");
  });
  if (server > 0) process.kill(server);
}
