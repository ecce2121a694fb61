// A push whose process is killed at a moment of it, and what the next processes make of it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startConsole } from "./console-in-namespace.ts";
import { call } from "./main-job/call-command-line.ts";

export const oldState = "inet 192.168.1.20/24\naddress 192.168.1.20/24";
export const newState = "inet 192.168.1.99/24\naddress 192.168.1.99/24";

const interfacesFile = `auto lo
iface lo inet loopback

auto eth0
iface eth0 inet static
    address 192.168.1.20/24
    gateway 192.168.1.1
    up sleep 1
`;

export interface KilledPush {
  /** Exit status of the process that was killed: null. */
  readonly killed: number | null;
  /** What the next reading says. */
  readonly said: string;
  /** Exit status of another push before it is settled. */
  readonly refused: number | null;
  readonly resumed: number | null;
  readonly outcome: string;
  /** What runs, what is configured, and what is left of the push, on the terminal. */
  readonly state: string;
}

/** What runs on eth0, what is configured for it, and what a push has left in /run. */
export const askState =
  "ip -4 addr show eth0 | grep -o 'inet [0-9./]*'; grep -o 'address [0-9./]*' /etc/network/interfaces; ls /run/counterpart 2>/dev/null";

/** `moment`: words on standard error at which the process is killed. */
export async function killPush(moment: string): Promise<KilledPush> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-killed-"));
  const environment = { COUNTERPART_DATA: folder };
  const peer = await startConsole({ shell: "dash", login: "root-autologin", manager: "ifupdown", interfacesFile });
  try {
    const at = ["--port", `tcp:127.0.0.1:${peer.port}`, "--lang", "en"];
    const push = ["push", ...at, "--set", "eth0.ipv4.address=192.168.1.99/24", "--yes"];
    const killed = await call([...push, "--revert-in", "30"], { environment, killAt: new RegExp(moment) });
    const read = await call(["read", ...at], { environment });
    const refused = await call(push, { environment });
    const resumed = await call(["push", ...at, "--resume", "--json"], { environment });
    const state = await peer.inNamespace(askState);
    const { outcome } = JSON.parse(resumed.stdout) as { readonly outcome: string };
    return {
      killed: killed.status,
      said: read.stderr,
      refused: refused.status,
      resumed: resumed.status,
      outcome,
      state: state.stdout.trim(),
    };
  } finally {
    await peer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
