// Every kind of test with every outcome that the troubled network has for it.
import type { TerminalTest, TestResult } from "../../../electron/core/dialects/terminal-test.ts";
import { ports } from "./troubled-network.ts";

export interface Case {
  /** The reason that is right; behind a full stop, words that the evidence has to quote, with hyphens for blanks. */
  readonly name: string;
  readonly test: TerminalTest;
  /** Whether captures of single tools have it. */
  readonly corpus: boolean;
}

const interfaceName = { interface: "eth0" } as const;
const host = "192.168.1.1";
const nobody = "192.168.1.99";

export const cases: readonly Case[] = [
  one("ok.carrier-1", { kind: "link", ...interfaceName }, false),
  one("absent", { kind: "link", interface: "eth9" }, false),
  one("ok.192.168.1.20/24", { kind: "address", ...interfaceName, address: "192.168.1.20" }, false),
  one("absent.192.168.1.20/24", { kind: "address", ...interfaceName, address: "192.168.1.2" }, false),
  one("taken", { kind: "duplicate", ...interfaceName, address: host }),
  one("ok", { kind: "duplicate", ...interfaceName, address: nobody }),
  one("ok", { kind: "gateway", ...interfaceName, address: host }),
  one("no-answer", { kind: "gateway", ...interfaceName, address: nobody }),
  one("ok", { kind: "name", name: "host.example", server: host }),
  one("no-such-name", { kind: "name", name: "nobody.example", server: host }),
  one("refused.REFUSED", { kind: "name", name: "other.test", server: host }),
  one("refused.refused", { kind: "name", name: "host.example", server: "192.168.1.2" }),
  one("server-silent", { kind: "name", name: "host.example", server: "192.168.1.3" }),
  one("ok", { kind: "tcp", host, port: ports.silent }),
  one("refused.refused", { kind: "tcp", host, port: ports.closed }),
  one("unreachable", { kind: "tcp", host: nobody, port: 80 }),
  one("timed-out", { kind: "tcp", host: "10.99.0.1", port: 80 }),
  one("no-such-name", { kind: "tcp", host: "nobody.example", port: 80 }),
  one("ok", { kind: "tls", host: "host.example", port: ports.good }),
  one("certificate.expired", { kind: "tls", host: "host.example", port: ports.expired }),
  one("certificate.not-yet-valid", { kind: "tls", host: "host.example", port: ports.future }),
  one("certificate.issuer", { kind: "tls", host: "host.example", port: ports.stranger }),
  one("protocol.alert", { kind: "tls", host, port: ports.strict }),
  one("protocol", { kind: "tls", host, port: ports.plain }),
  one("no-answer", { kind: "tls", host, port: ports.silent }),
  one("refused.refused", { kind: "tls", host, port: ports.closed }),
  one("timed-out", { kind: "tls", host: "10.99.0.1", port: 80 }),
  one("no-such-name", { kind: "tls", host: "nobody.example", port: 443 }),
];

function one(name: string, test: TerminalTest, corpus = true): Case {
  return { name, test, corpus };
}

/** What a case's name asks of a result; null when it is met. */
export function findFault(name: string, { reason, evidence, outcome }: TestResult): string | null {
  const dot = name.indexOf(".");
  const [wanted, words] = dot < 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot + 1)];
  const quotes = evidence.replaceAll(/[ -]/g, " ").includes(words.replaceAll("-", " "));
  const isMet = reason === wanted && quotes && (outcome === "passed") === (wanted === "ok");
  return isMet ? null : `${name}: ${outcome} ${reason} (${evidence})`;
}
