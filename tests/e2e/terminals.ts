// Real consoles for the specs: a till in a shop whose gateway stands in another network, with a dead name server.
import { startConsole, type ConsolePeer } from "../peers/console-in-namespace.ts";
import type { ConsoleLogin } from "../peers/console-options.ts";
import { type HeldLine, startHeldLine } from "./held-line.ts";

export interface Till {
  readonly peer: ConsolePeer;
  /** What the window takes as a port. */
  readonly port: string;
  /** Its cable; pulled, the terminal lives on. */
  readonly cable: HeldLine;
  readonly close: () => Promise<void>;
  /** The default gateway that the kernel of the till really uses. */
  readonly witnessGateway: () => Promise<string | null>;
}

const log = [
  "Nov 22 10:00:01 till payd[412]: pan=4012888888881881 approved",
  'Nov 22 10:00:02 till payd[412]: <img src="x" onerror="document.title=1"> <b>bold</b>',
  "Nov 22 10:00:03 till payd[412]: \u001b[31mred\u001b[0m",
  "Nov 22 10:00:04 till kernel: eth0: link becomes ready",
];

export interface TillOptions {
  readonly login?: ConsoleLogin;
}

export async function startTill({ login = "root-autologin" }: TillOptions = {}): Promise<Till> {
  const peer = await startConsole({
    shell: "bash",
    login,
    manager: "ifupdown",
    hostName: "till-07",
    network: {
      addresses: ["192.168.1.23/24"],
      gateway: "192.168.2.1",
      nameServers: ["192.168.1.1", "203.0.113.9"],
    },
    files: { "/var/log/messages": `${log.join("\n")}\n` },
  });
  const cable = await startHeldLine(peer.port);
  return {
    peer,
    port: `tcp:127.0.0.1:${cable.port}`,
    cable,
    close: async () => {
      cable.close();
      await peer.close();
    },
    witnessGateway: async () => {
      const { stdout } = await peer.witnessNetwork("ip route show default");
      return /via (\S+)/.exec(stdout)?.[1] ?? null;
    },
  };
}
