// Whether a name has an address, and if not, whose word that is: the server's (no such name; refused), or nobody's (silent).
// Tools that ask a server themselves come first; those that only resolve cannot always tell.
//
// `localhost` is what a name server knows by itself (RFC 6761 6.3): asking one for it shows whether it answers at all,
// without anybody's name leaving the shop; then any answer is good.
import { type Result, succeed } from "../../../failures/result.ts";
import type { TerminalTest } from "../../terminal-test.ts";
import { dnsQuestion, readDnsAnswer } from "./dns-message.ts";
import { encodeAddress, encodeHost, type Target } from "./encode-target.ts";
import { findLine, type MakeProbe, miss, noTool, pass, type Seen } from "./probe.ts";
import { type Answer, explainName, quoteAnswer, readTools, type Tool, writeTools } from "./tools.ts";

export const probeName: MakeProbe<Extract<TerminalTest, { kind: "name" }>> = (test, seconds) => {
  const name = encodeHost("name", test.name);
  if (!name.ok) return name;
  const server: Result<Target | null> = test.server === null ? succeed(null) : encodeAddress("server", test.server);
  if (!server.ok) return server;
  const tools = listTools(name.value.text, server.value?.text ?? null, seconds);
  return succeed({
    script: [findServer(server.value?.text ?? null), writeTools(tools)].join("\n"),
    judge: (sections) => {
      const answer = readTools(sections, tools);
      return answer === null ? noTool : judgeAnswer(answer, test.name === "localhost" && test.server !== null);
    },
  });
};

/** $S: the server to be asked where a tool does not find it by itself. */
function findServer(server: string | null): string {
  if (server !== null) return `S=${server}`;
  return `S=;while read x y z;do [ "$x$S" = nameserver ]&&S=$y;done 2>/dev/null </etc/resolv.conf`;
}

function listTools(name: string, server: string | null, seconds: number): readonly Tool[] {
  const run = `r ${seconds}`;
  const wait = Math.max(1, Math.floor(seconds / 2));
  const asked = server ?? "";
  const asking: readonly Tool[] = [
    {
      name: "dig",
      has: "h dig",
      run: `${run} dig +time=${wait} +tries=1 ${name} A${server === null ? "" : ` @${server}`}`,
      lines: "status:|IN[[:space:]]+A[[:space:]]|error|timed|reached",
    },
    { name: "host", has: "h host", run: `${run} host -W ${wait} -R 1 -t A ${name} ${asked}` },
    { name: "nslookup", has: "h nslookup", run: `${run} nslookup ${name} ${asked}` },
    {
      name: "bash-udp",
      has: '[ "$S" ]&&h bash&&h dd&&h od',
      // dd takes the place of bash: a second process would outlive the timer.
      run: `${run} bash -c 'exec 3<>/dev/udp/$0/53&&printf "${dnsQuestion(name)}" >&3&&exec dd bs=512 count=1 <&3' $S|od -An -v -tx1`,
    },
  ];
  // These follow the terminal's own configuration only.
  const resolving: readonly Tool[] = [
    { name: "ping", has: "h ping", run: `${run} ping -c 1 -W 1 ${name}` },
    { name: "getent", has: "h getent", run: `${run} getent ahostsv4 ${name}` },
  ];
  return server === null ? [...asking, ...resolving] : asking;
}

function judgeAnswer(answer: Answer, anyAnswer: boolean): Seen {
  const [seen, words] = look(answer);
  const evidence = quoteAnswer(answer, words);
  if (seen === "ok") return pass(evidence);
  const isAnswered = seen === "no-such-name" || (seen === "refused" && !/connection refused/i.test(words));
  return anyAnswer && isAnswered ? pass(evidence) : miss(seen, evidence);
}

type Look = readonly ["ok" | "no-such-name" | "refused" | "server-silent" | "no-answer", string];

function look(answer: Answer): Look {
  const { tool, text, isCut, status } = answer;
  if (tool === "bash-udp") return lookIntoMessage(text);
  const found = findAddress(tool, text);
  if (found !== null) return ["ok", found];
  // A server that is not there is told by the network; one that will not answer says so itself.
  const away = findLine(text, /connection refused/i);
  if (away !== null) return ["refused", away];
  const unwilling = findLine(text, /\b(?:REFUSED|SERVFAIL|NOTIMP)\b/);
  if (unwilling !== null) return ["refused", unwilling];
  const unknown = findLine(text, /NXDOMAIN|status: NOERROR|has no A record|No answer/);
  if (unknown !== null) return ["no-such-name", unknown];
  const silent = findLine(text, /timed out|no servers could be reached|unreachable|no route/i);
  if (silent !== null || isCut) return ["server-silent", silent ?? ""];
  const words = text.split("\n").at(-1) ?? "";
  // getent only fails; BusyBox's ping says "bad address" whatever the reason.
  if (/bad address|can't resolve/.test(text) || (tool === "getent" && status !== 0)) return ["no-answer", words];
  return [explainName(answer) ?? "no-answer", words];
}

function findAddress(tool: string, text: string): string | null {
  switch (tool) {
    case "dig":
      return findLine(text, /\sIN\s+A\s+\d+\.\d+\.\d+\.\d+/);
    case "host":
      return findLine(text, / has address /);
    case "nslookup":
      // Behind the name: the lines before it are about the server.
      return findLine(/^Name:[^]*/m.exec(text)?.[0] ?? "", /^Address(?: \d+)?: ?\s*\d+\.\d+\.\d+\.\d+/);
    case "getent":
      return findLine(text, /^\d+\.\d+\.\d+\.\d+\s/);
    default:
      return findLine(text, /^PING \S+ \(\d+\.\d+\.\d+\.\d+\)/);
  }
}

/** RFC 1035 4.1.1. */
const codeNames = ["NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"];

function lookIntoMessage(dump: string): Look {
  const answer = readDnsAnswer(dump);
  if ("words" in answer) return [/refused/i.test(answer.words) ? "refused" : "server-silent", answer.words];
  const words = `${codeNames[answer.code] ?? `RCODE ${answer.code}`}, ANSWER: ${answer.records}`;
  if (answer.code === 0 && answer.records > 0)
    return ["ok", answer.address === null ? words : `${words}, ${answer.address}`];
  return [answer.code === 0 || answer.code === 3 ? "no-such-name" : "refused", words];
}
