// Whether somebody else on the same network has the address already. Nothing is set for it, so that it can be asked before
// a push as well as after one (RFC 5227 2.1: a probe comes from 0.0.0.0, and only another host answers it).
import { succeed } from "../../../failures/result.ts";
import type { TerminalTest } from "../../terminal-test.ts";
import type { Sections } from "../facts/sections.ts";
import { encodeInterfaceName } from "../encode.ts";
import { encodeAddress } from "./encode-target.ts";
import {
  forgetNeighbour,
  lacksCarrier,
  readNeighbour,
  showCarrier,
  showNeighbour,
  wakeNeighbour,
} from "./neighbour.ts";
import { findLine, type MakeProbe, miss, noTool, pass, type Seen } from "./probe.ts";
import { type Answer, quoteAnswer, readTools, type Tool, writeTools } from "./tools.ts";

export const probeDuplicate: MakeProbe<Extract<TerminalTest, { kind: "duplicate" }>> = (test, seconds) => {
  const name = encodeInterfaceName(test.interface);
  if (!name.ok) return name;
  const address = encodeAddress("address", test.address);
  if (!address.ok) return address;
  // The kernel probes IPv6 addresses by itself when they are set; see address.ts.
  if (address.value.kind !== "ipv4") return succeed({ script: ":", judge: () => noTool });
  const { text } = address.value;
  const tools = listTools(name.value, text, seconds);
  return succeed({
    script: [
      showCarrier(name.value),
      writeTools(tools),
      // Without arping: whoever answers a packet to the address has it.
      `[ "$K" ]||[ "$x" = 0 ]||{ ${forgetNeighbour(name.value, text)}`,
      `h ping&&{ p ping;r 2 ping -c 1 -W 1 -I ${name.value} ${text};}`,
      `{ ${wakeNeighbour(text)};}`,
      `${showNeighbour(name.value, text)};}`,
    ].join("\n"),
    judge: (sections) => {
      if (lacksCarrier(sections)) return miss("link-down", "carrier 0");
      const answer = readTools(sections, tools);
      return answer === null ? judgeNeighbour(sections) : judgeProbe(answer);
    },
  });
};

function listTools(name: string, address: string, seconds: number): readonly Tool[] {
  const wait = Math.max(2, Math.min(seconds, 3));
  return [
    {
      name: "arping-0",
      has: "h arping&&arping -h 2>&1|grep -q Habets",
      run: `r ${wait + 2} arping -0 -c 2 -i ${name} ${address}`,
    },
    { name: "arping", has: "h arping", run: `r ${wait + 2} arping -D -c 2 -w ${wait} -I ${name} ${address}` },
  ];
}

function judgeProbe(answer: Answer): Seen {
  const { text } = answer;
  const claimed = findLine(text, /reply from|bytes from/i);
  if (claimed !== null) return miss("taken", quoteAnswer(answer, claimed));
  const down = findLine(text, /is down|network is down/i);
  if (down !== null) return miss("link-down", quoteAnswer(answer, down));
  const nobody = findLine(text, /Received 0 response|0 packets received/);
  if (nobody !== null) return pass(quoteAnswer(answer, nobody));
  return { ...noTool, evidence: quoteAnswer(answer, text.split("\n").at(-1) ?? "") };
}

function judgeNeighbour(sections: Sections): Seen {
  const { state, line } = readNeighbour(sections);
  if (state === "answered") return miss("taken", `arp: ${line}`);
  return state === "silent" ? pass(`arp: ${line}`) : noTool;
}
