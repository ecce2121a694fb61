// Whether the interface has the address. A lease may still be on its way, and an IPv6 address is tentative until nobody
// has claimed it, so it is asked again each second.
import { succeed } from "../../../failures/result.ts";
import type { TerminalTest } from "../../terminal-test.ts";
import { encodeInterfaceName } from "../encode.ts";
import { encodeAddress } from "./encode-target.ts";
import { findLine, type MakeProbe, miss, noTool, pass } from "./probe.ts";

export const probeAddress: MakeProbe<Extract<TerminalTest, { kind: "address" }>> = (test, seconds) => {
  const name = encodeInterfaceName(test.interface);
  if (!name.ok) return name;
  const address = encodeAddress("address", test.address);
  if (!address.ok) return address;
  const { text } = address.value;
  const line = new RegExp(`\\binet6? (?:addr: ?)?${text.replaceAll(".", "\\.")}(?:/|\\s|$)`);
  return succeed({
    script: [
      `n=0;while :;do A=$(ip addr show dev ${name.value} 2>&1||ifconfig ${name.value} 2>&1)`,
      `echo "$A"|grep -v tentative|grep -qwF ${text}&&break`,
      `n=$((n+1));[ $n -gt ${seconds} ]&&break;sleep 1;done`,
      `if h ip||h ifconfig;then p address;echo "$A"|head -n 60;fi`,
    ].join("\n"),
    judge: (sections) => {
      const shown = sections.get("address")?.trim() ?? null;
      if (shown === null) return noTool;
      const found = findLine(shown, line);
      if (found !== null) return /dadfailed/.test(found) ? miss("taken", found) : pass(found);
      return miss("absent", findLine(shown, /inet |not found|does not exist|can't find/i) ?? "");
    },
  });
};
