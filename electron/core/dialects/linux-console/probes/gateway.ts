// Whether the gateway answers. Many do not answer ping; who answers for the address at the link layer is there all the same,
// and the evidence says which it was.
import { succeed } from "../../../failures/result.ts";
import type { TerminalTest } from "../../terminal-test.ts";
import type { Sections } from "../facts/sections.ts";
import { encodeInterfaceName } from "../encode.ts";
import { encodeAddress, type Target } from "./encode-target.ts";
import {
  forgetNeighbour,
  lacksCarrier,
  readNeighbour,
  showCarrier,
  showNeighbour,
  wakeNeighbour,
} from "./neighbour.ts";
import { findLine, type MakeProbe, miss, noTool, pass, type Seen } from "./probe.ts";

export const probeGateway: MakeProbe<Extract<TerminalTest, { kind: "gateway" }>> = (test, seconds) => {
  const name = encodeInterfaceName(test.interface);
  if (!name.ok) return name;
  const gateway = encodeAddress("address", test.address);
  if (!gateway.ok) return gateway;
  const { text } = gateway.value;
  return succeed({
    script: [
      showCarrier(name.value),
      `if [ "$x" != 0 ];then`,
      ...(gateway.value.kind === "ipv4" ? [forgetNeighbour(name.value, text)] : []),
      knock(gateway.value, name.value, Math.min(seconds, 3)),
      ...(gateway.value.kind === "ipv4" ? askLinkLayer(name.value, text) : []),
      "fi",
    ].join("\n"),
    judge,
  });
};

/** Up to so many packets, one at a time, until one comes back: $A is what the last one brought. */
function knock({ kind, text }: Target, name: string, tries: number): string {
  const program = kind === "ipv6" ? "$(h ping6&&echo ping6||echo ping)" : "ping";
  return [
    `A=;n=0;h ping&&while [ $n -lt ${tries} ];do n=$((n+1));A=$(r 2 ${program} -c 1 -W 1 -I ${name} ${text})`,
    `case $A in *ytes\\ from*|*alive*)break;;esac;done;p ping;echo "$A"`,
  ].join("\n");
}

function askLinkLayer(name: string, address: string): readonly string[] {
  return [
    `case $A in *ytes\\ from*|*alive*);;*)`,
    `h arping&&{ p arping;if arping -h 2>&1|grep -q Habets;then r 4 arping -c 2 -i ${name} ${address};else r 4 arping -f -c 2 -w 2 -I ${name} ${address};fi;}`,
    `h ping||{ ${wakeNeighbour(address)};}`,
    `${showNeighbour(name, address)};;esac`,
  ];
}

function judge(sections: Sections): Seen {
  if (lacksCarrier(sections)) return miss("link-down", "carrier 0");
  const ping = sections.get("ping")?.trim() ?? "";
  const echo = findLine(ping, /bytes from|is alive/i);
  if (echo !== null) return pass(`ping: ${echo}`);
  const reply = findLine(sections.get("arping") ?? "", /reply from|bytes from/i);
  if (reply !== null) return pass(`arping: ${reply}`);
  const { state, line } = readNeighbour(sections);
  if (state === "answered") return pass(`arp: ${line}`);
  const nowhere = findLine(ping, /unreachable|no route/i);
  if (nowhere !== null) return miss("unreachable", `ping: ${nowhere}`);
  if (state === "silent") return miss("no-answer", `arp: ${line}`);
  const lost = findLine(ping, /packets? transmitted/);
  if (lost !== null) return miss("no-answer", `ping: ${lost}`);
  return { ...noTool, evidence: findLine(ping, /./) ?? "" };
}
