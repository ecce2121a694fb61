// Tests of the network from the terminal: those that its settings imply, or those that a person names.
import type { Asked, Output } from "../../contract/commands.ts";
import type { TerminalTest } from "../../core/dialects/terminal-test.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { chooseStandingTests } from "../../core/push/choose-tests.ts";
import { fill, type Voice } from "../console-voice.ts";
import { exitStatus, statusOf } from "../exit-status.ts";
import { type PortOptions, usage } from "../options.ts";
import { type Connected, withTerminal } from "../with-terminal.ts";

export interface TestOptions extends PortOptions {
  readonly gateway: boolean;
  readonly dns: readonly string[];
  readonly host: readonly string[];
  readonly tls: readonly string[];
  /** Seconds for each. */
  readonly within: number;
}

type Tested = Output<"terminal.test">;

export async function testNetwork(options: TestOptions, voice: Voice): Promise<number> {
  const named = readNamedTests(options);
  if (!named.ok) {
    voice.complain(named.failure);
    return statusOf(named.failure);
  }
  return withTerminal(options, voice, async (connected) => {
    connected.client.on("tested", ({ result }) => voice.say(printResult(result, voice)));
    const tested = await runTests(connected, { named: named.value, ...options });
    if (!tested.ok) {
      voice.complain(tested.failure);
      return statusOf(tested.failure);
    }
    const { results } = tested.value;
    const count = (outcome: string): number => results.filter((each) => each.outcome === outcome).length;
    const counts = { passed: count("passed"), failed: count("failed"), unable: count("unable") };
    voice.show(tested.value, fill(voice.words.tested, counts));
    return counts.failed > 0 ? exitStatus.findings : exitStatus.done;
  });
}

interface Wanted {
  readonly named: readonly TerminalTest[];
  readonly gateway: boolean;
  readonly within: number;
}

async function runTests(
  { client, session, signal }: Connected,
  { named, gateway, within }: Wanted,
): Promise<Result<Tested>> {
  const isStanding = named.length === 0 && !gateway;
  const report = isStanding || gateway ? await client.call("terminal.read", { session }, signal) : null;
  if (report !== null && !report.ok) return report;
  const standing = report === null ? [] : chooseStandingTests(report.value);
  const chosen = isStanding ? standing : standing.filter(({ kind }) => kind === "gateway");
  const tests = [...chosen, ...named].slice(0, 64);
  if (tests.length === 0) return succeed({ results: [] });
  return client.call("terminal.test", { session, tests, seconds: within } satisfies Asked<"terminal.test">, signal);
}

function readNamedTests({ dns, host, tls }: TestOptions): Result<readonly TerminalTest[]> {
  const tests: TerminalTest[] = dns.map((name) => ({ kind: "name", name, server: null }));
  for (const [kind, texts] of [
    ["tcp", host],
    ["tls", tls],
  ] as const) {
    for (const text of texts) {
      // An IPv6 address stands in brackets.
      const [, bracketed, plain, port = ""] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text) ?? [];
      const name = bracketed ?? plain;
      if (name === undefined || Number(port) < 1 || Number(port) > 65_535) {
        return fail(usage(kind === "tcp" ? "--host" : "--tls", `HOST:PORT, ${text}`));
      }
      tests.push({ kind, host: name, port: Number(port) });
    }
  }
  return succeed(tests);
}

function printResult({ outcome, message, milliseconds, evidence }: Tested["results"][number], voice: Voice): string {
  const mark = { passed: "✓", failed: "✗", unable: "?" }[outcome];
  const detail = evidence === "" ? "" : `; ${evidence}`;
  return `${mark} ${voice.translate(message)} (${milliseconds} ms${detail})`;
}
