// A terminal with a real manager in a namespace, a DHCP and DNS server at the other end of its cable, and Counterpart
// on its console. `ip`, files and the manager's own answers are the witnesses.
import { setTimeout as delay } from "node:timers/promises";
import type { Output } from "../../../electron/contract/commands.ts";
import { type ConsolePeer, startConsole } from "../console-in-namespace.ts";
import type { Finished } from "../owned-process.ts";
import { startTerminalClient, take, type TerminalClient } from "../terminal-client.ts";
import { powerCut, type StartUp, startUps } from "./start-up.ts";
import type { Stock } from "./stock.ts";

/** Seconds after which an unconfirmed push is taken back: soon where that is what is waited for. */
const revertSeconds = { confirmed: 90, pulled: 10 } as const;

export class ManagedTerminal {
  readonly #peer: ConsolePeer;
  readonly #startUp: StartUp;
  #client: TerminalClient | null = null;
  #session = "";

  private constructor(peer: ConsolePeer, startUp: StartUp) {
    this.#peer = peer;
    this.#startUp = startUp;
  }

  static async start({ startUp, shell = "dash", settings, files }: Stock): Promise<ManagedTerminal> {
    const peer = await startConsole({
      shell,
      login: "root-autologin",
      network: { routerAddresses: ["192.168.1.1/24", "192.168.1.254/24"] },
      files,
      startUp: ["set +e", ...settings, ...startUps[startUp], "set -e"],
    });
    serveLeases(peer);
    return new ManagedTerminal(peer, startUp);
  }

  /** What a shell command on the terminal prints, beside the console. */
  async witness(command: string): Promise<string> {
    return (await this.run(command)).stdout.trim();
  }

  run(command: string): Promise<Finished> {
    return this.#peer.inNamespace(command);
  }

  async read(): Promise<Output<"terminal.read">> {
    const { client } = await this.#connect();
    return take(await client.call("terminal.read", { session: this.#session }));
  }

  /** `pullAt`: the cable is pulled when that stage begins. */
  async push(set: readonly string[], { pullAt, between }: Turns = {}): Promise<Output<"plan.push">> {
    const { client } = await this.#connect();
    const session = this.#session;
    take(await client.call("terminal.read", { session }));
    const plan = take(await client.call("plan.make", { session, set, fix: false }));
    if (between !== undefined) await this.witness(between);
    client.on("stage", ({ stage }) => {
      if (stage === pullAt) this.#peer.disconnect();
    });
    const request = {
      session,
      digest: plan.digest,
      override: false,
      revertSeconds: revertSeconds[pullAt === undefined ? "confirmed" : "pulled"],
    };
    const pushed = take(await client.call("plan.push", request));
    if (pullAt !== undefined) await this.#disconnect();
    return pushed;
  }

  /** Everything ends at once, then the terminal starts again. */
  async cutPower(): Promise<void> {
    await this.#disconnect();
    const lines = startUps[this.#startUp].map((line) => (line.endsWith("&") ? line : `${line};`));
    await this.#peer.inNamespace(`${powerCut}; ${lines.join(" ")}`);
  }

  async close(): Promise<void> {
    await this.#disconnect();
    await this.#peer.close();
  }

  async #connect(): Promise<TerminalClient> {
    if (this.#client === null) {
      this.#client = startTerminalClient();
      this.#session = await this.#client.connect(`tcp:127.0.0.1:${this.#peer.port}`);
    }
    return this.#client;
  }

  async #disconnect(): Promise<void> {
    await this.#client?.close();
    this.#client = null;
  }
}

interface Turns {
  readonly pullAt?: string;
  /** Run on the terminal when the plan is made and not yet pushed. */
  readonly between?: string;
}

/** dnsmasq: leases from .100 to .150, and one name that it knows. No ping before an offer: nobody else is there. */
function serveLeases(peer: ConsolePeer): void {
  peer.startOnRouter("dnsmasq", [
    ...["--keep-in-foreground", "--conf-file=/dev/null", "--no-hosts", "--no-resolv", "--user=root", "--no-ping"],
    ...[
      "--interface=lan0",
      "--bind-interfaces",
      "--pid-file=",
      "--leasefile-ro",
      "--address=/acquirer.example/192.168.1.1",
    ],
    ...["--dhcp-range=192.168.1.100,192.168.1.150,2m", "--dhcp-option=option:dns-server,192.168.1.1"],
  ]);
}

/** Asks until the answer is as expected, or gives the last one. */
export async function waitForAnswer(ask: () => Promise<string>, expected: string, seconds: number): Promise<string> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer === expected || performance.now() > until) return answer;
    await delay(200);
  }
}
