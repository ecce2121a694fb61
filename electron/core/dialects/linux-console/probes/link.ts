// Whether a carrier is there. A port that has just been switched on needs a few seconds to agree with the other side, so
// it is asked again each second.
import { succeed } from "../../../failures/result.ts";
import type { TerminalTest } from "../../terminal-test.ts";
import { encodeInterfaceName } from "../encode.ts";
import { findLine, type MakeProbe, miss, noTool, pass } from "./probe.ts";

export const probeLink: MakeProbe<Extract<TerminalTest, { kind: "link" }>> = (test, seconds) => {
  const name = encodeInterfaceName(test.interface);
  if (!name.ok) return name;
  const folder = `/sys/class/net/${name.value}`;
  const ask = `if [ -d /sys/class/net ];then x=none;[ -d ${folder} ]&&{ x=;read x<${folder}/carrier;x=\${x:-off};};A="carrier $x";elif h ip;then A=$(ip link show dev ${name.value} 2>&1);elif h ifconfig;then A=$(ifconfig ${name.value} 2>&1);else A=;fi 2>/dev/null`;
  return succeed({
    script: [
      `n=0;while :;do ${ask}`,
      `case $A in "carrier 1"|"carrier none"|*LOWER_UP*|*RUNNING*|"")break;;esac`,
      `n=$((n+1));[ $n -gt ${seconds} ]&&break;sleep 1;done;p link;echo "$A"`,
    ].join("\n"),
    judge: (sections) => {
      const text = sections.get("link")?.trim() ?? "";
      if (text === "") return noTool;
      if (text === "carrier 1") return pass(text);
      if (text === "carrier none" || /not found|does not exist|can't find/i.test(text)) return miss("absent", text);
      const flags = findLine(text, /<.*>|\bUP\b/) ?? text;
      return /LOWER_UP|RUNNING/.test(flags) ? pass(flags) : miss("link-down", flags);
    },
  });
};
