// Whether HOST:PORT takes a connection. It is opened and closed again; not one byte is sent over it.
import { succeed } from "../../../failures/result.ts";
import type { TestResult, TerminalTest } from "../../terminal-test.ts";
import type { Sections } from "../facts/sections.ts";
import { encodeHost, type Target } from "./encode-target.ts";
import { findLine, type MakeProbe, miss, noTool, pass, type Probe, type Seen } from "./probe.ts";
import { type Answer, explainConnection, explainName, quoteAnswer, readTools, type Tool, writeTools } from "./tools.ts";

export const probeTcp: MakeProbe<Extract<TerminalTest, { kind: "tcp" }>> = (test, seconds) => {
  const host = encodeHost("host", test.host);
  return host.ok ? succeed(connectTo(host.value, test.port, seconds)) : host;
};

export function connectTo(host: Target, port: number, seconds: number): Probe {
  const tools = listTools(host, port, seconds);
  return { script: writeTools(tools), judge: (sections) => judgeConnection(sections, tools) };
}

function listTools({ kind, text }: Target, port: number, seconds: number): readonly Tool[] {
  const bracketed = kind === "ipv6" ? `[${text}]` : text;
  const plain = kind === "name" ? "" : "-n ";
  const run = `r ${seconds}`;
  // nc has a patience of its own, and says what it waited for.
  const patient = `r ${seconds + 1}`;
  return [
    {
      name: "bash",
      has: "h bash",
      run: `${run} bash -c 'exec 3<>/dev/tcp/$0/$1' ${text} ${port}`,
      // Some are built without it.
      useless: ["*o\\ such\\ file*"],
    },
    { name: "nc", has: "h nc", run: `${patient} nc -z -v ${plain}-w ${seconds} ${text} ${port}` },
    // BusyBox's has no -z; what it runs instead of copying says nothing.
    { name: "nc-e", has: "h nc", run: `${patient} nc -w ${seconds} ${text} ${port} -e true` },
    { name: "socat", has: "h socat", run: `${run} socat -u /dev/null TCP:${bracketed}:${port}` },
    {
      name: "python3",
      has: "h python3",
      run: `${run} python3 -c 'import socket,sys;socket.create_connection((sys.argv[1],int(sys.argv[2])))' ${text} ${port}`,
      lines: "error|timeout",
    },
    {
      name: "perl",
      has: "h perl",
      run: `${run} perl -MIO::Socket::INET -e 'IO::Socket::INET->new(PeerAddr=>$ARGV[0],PeerPort=>$ARGV[1])||die $@' ${text} ${port}`,
      useless: ["*@INC*"],
    },
    {
      name: "curl",
      has: "h curl",
      run: `${run} curl -s -S -v -m ${seconds} telnet://${bracketed}:${port}`,
      useless: ["*not\\ supported*"],
      lines: "^\\* (Connected|connect to)|^curl:",
    },
  ];
}

const telling = /refused|timed|timeout|route|unreach|known|resol|lookup|bad address/i;

function judgeConnection(sections: Sections, tools: readonly Tool[]): Seen {
  const answer = readTools(sections, tools);
  if (answer === null) return noTool;
  const words = findLine(answer.text, telling) ?? answer.text.split("\n").at(-1) ?? "";
  if (answer.status === 0 || answer.text.includes("* Connected to")) return pass(quoteAnswer(answer, words));
  return miss(explain(answer), quoteAnswer(answer, words));
}

function explain(answer: Answer): TestResult["reason"] {
  return explainName(answer) ?? explainConnection(answer) ?? "unreachable";
}
