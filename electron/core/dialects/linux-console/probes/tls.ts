// Whether HOST:PORT completes a TLS handshake whose certificate the terminal itself accepts, by its own clock and its own
// list of authorities. Behind the handshake nothing is sent: openssl and gnutls-cli end with their empty input, and curl
// is told to wait for the greeting of a file server, which speaks first, until its time is over.
//
// Payment applications often bring a list of authorities of their own: "untrusted" is said of the system's list.
import { succeed } from "../../../failures/result.ts";
import type { TerminalTest } from "../../terminal-test.ts";
import type { Sections } from "../facts/sections.ts";
import { encodeHost, type Target } from "./encode-target.ts";
import { type HelloAnswer, readSmallHello, writeSmallHello } from "./small-hello.ts";
import { findLine, type MakeProbe, miss, noTool, pass, type Probe, type Seen } from "./probe.ts";
import { cutStatus } from "./prelude.ts";
import { connectTo } from "./tcp.ts";
import { type Answer, explainConnection, explainName, quoteAnswer, readTools, type Tool, writeTools } from "./tools.ts";

export const probeTls: MakeProbe<Extract<TerminalTest, { kind: "tls" }>> = (test, seconds) => {
  const host = encodeHost("host", test.host);
  if (!host.ok) return host;
  const tools = listTools(host.value, test.port, seconds);
  // A tool that was cut off does not say how far it came; a connection alone does.
  const connection = connectTo(host.value, test.port, seconds);
  const small = writeSmallHello(host.value, test.port, seconds);
  return succeed({
    script: `${writeTools(tools)}\ncase $K in ${cutStatus}|28)\n${connection.script}\n${small}\nesac`,
    judge: (sections) => judgeHandshake(sections, tools, connection),
  });
};

function listTools({ kind, text }: Target, port: number, seconds: number): readonly Tool[] {
  const place = `${kind === "ipv6" ? `[${text}]` : text}:${port}`;
  const run = `r ${seconds}`;
  return [
    {
      name: "openssl",
      has: "h openssl",
      run: `${run} openssl s_client -connect ${place}${kind === "name" ? ` -servername ${text}` : ""}`,
      lines: "verif|error|errno|alert|cipher|protocol|CONNECTED",
    },
    {
      name: "gnutls-cli",
      has: "h gnutls-cli",
      run: `${run} gnutls-cli -p ${port} ${text}`,
      lines: "^\\*|^\\||- |connect to|resolv",
    },
    {
      name: "curl-ftps",
      has: "h curl",
      run: `${run} curl -s -S -v -m ${seconds} ftps://${place}`,
      useless: ["*not\\ supported*"],
      lines: "^\\* |^curl:",
    },
    {
      name: "ssl_client",
      has: "h ssl_client&&h nc",
      // Told a host itself, it would stay until the peer leaves; on a connection that nc made, it ends with its input.
      run: `r ${seconds + 1} nc -w ${seconds} ${text} ${port} -e sh -c 'exec ssl_client -e${kind === "name" ? ` -n ${text}` : ""} -s 3 3<&0 </dev/null >/dev/null'`,
    },
  ];
}

function judgeHandshake(sections: Sections, tools: readonly Tool[], connection: Probe): Seen {
  const answer = readTools(sections, tools);
  if (answer === null) return noTool;
  const quote = (words: string | null): string =>
    quoteAnswer(answer, words?.replace(/^[0-9A-F]+:error:/, "error:") ?? null);
  const doubt = findDoubt(answer.text);
  if (doubt !== null) return miss("certificate", quote(doubt));
  const done = findHandshake(answer);
  if (done !== null) return pass(quote(done));
  const away = explainName(answer) ?? explainConnection(answer);
  if (away !== null && away !== "timed-out") return miss(away, quote(findLine(answer.text, telling)));
  const alert = findLine(answer.text, /alert \[/) ?? findLine(answer.text, /\balert\b/i);
  // BusyBox speaks so little of TLS that a refusal of its hello says nothing of what the payment application would meet.
  if (alert !== null && answer.tool === "ssl_client") return { ...noTool, evidence: quote(alert) };
  const nonsense = alert ?? findLine(answer.text, notTls);
  if (nonsense !== null) return miss("protocol", quote(nonsense));
  return judgeSilence(answer, connection.judge(sections), readSmallHello(sections));
}

/** The lines that say why there is no connection. */
const telling = /refused|errno|route|unreach|timed|resolve|known|address/i;

/** What the certificate is refused for, in the tool's words. */
function findDoubt(text: string): string | null {
  const [, openssl] = /verify error:(?:num=\d+:)?(.+)/.exec(text) ?? [];
  const [, gnutls] = /is NOT trusted\.\s*(.+)/.exec(text) ?? [];
  const [, curl] = /^\* SSL(?: certificate problem|: no alternative certificate)(.+)/m.exec(text) ?? [];
  return (openssl ?? gnutls ?? curl)?.replace(/^[\s:]+/, "").trim() ?? null;
}

function findHandshake({ tool, text, status }: Answer): string | null {
  if (tool === "ssl_client") return status === 0 ? "the certificate is not looked at" : null;
  return (
    findLine(text, /Cipher is (?!\(NONE\))/) ??
    findLine(text, /^- Description:/) ??
    findLine(text, /^\* SSL connection using/)
  );
}

/** Something answered that is not TLS, or hung up in the middle. */
const notTls =
  /wrong version number|unknown protocol|http request|packet length too long|unexpected TLS packet|unknown type|bad TLS record|unexpected eof|properly terminated|errno=(?:0|104)\b|reset by peer|SSL routines/i;

/** Nothing was said before the time was over: a connection alone shows how far it came, a small hello whether size matters. */
function judgeSilence(answer: Answer, connected: Seen, small: HelloAnswer | null): Seen {
  if (connected.outcome === "passed") {
    const words = `${connected.evidence}; ${quoteAnswer(answer, null)}${small === null ? "" : `; ${small.words}`}`;
    return miss(small?.isAnswered === true ? "large-lost" : "no-answer", words);
  }
  if (connected.outcome === "failed") return connected;
  return miss(explainConnection(answer) ?? "no-answer", quoteAnswer(answer, findLine(answer.text, telling)));
}
