// Whether a host that says nothing to a whole handshake says anything to a small one. A way that loses large packets carries
// small ones; a host that is silent is silent to both.
//
//   a hello of some 150 octets that offers one cipher suite nobody has on -> an alert of 7 octets, or the line is closed
import type { Sections } from "../facts/sections.ts";
import type { Target } from "./encode-target.ts";
import { cutStatus } from "./prelude.ts";

export interface HelloAnswer {
  readonly isAnswered: boolean;
  /** For the evidence; reading stages knows both by their first words. */
  readonly words: string;
}

/** RFC 5246 appendix C: a suite without encryption, which no host that pays takes. */
const refusedSuite = "NULL-SHA256:@SECLEVEL=0";

/** Shell; only openssl can be told to say so little. */
export function writeSmallHello({ kind, text }: Target, port: number, seconds: number): string {
  const place = `${kind === "ipv6" ? `[${text}]` : text}:${port}`;
  const ask = `r ${seconds} openssl s_client -connect ${place} -tls1_2 -cipher ${refusedSuite}`;
  return `if h openssl;then A=$(${ask});K=$?;p small;echo "$A"|head -c 4096|grep -iE "alert|errno|error|CONNECTED"|head -n 5;echo "=$K";fi`;
}

/** Null where it was not tried, or where openssl is too old or too new to say it. */
export function readSmallHello(sections: Sections): HelloAnswer | null {
  const [, text = "", status = ""] = /^([^]*?)=(\d+)\s*$/.exec(sections.get("small") ?? "") ?? [];
  // One that was cut off has not yet written that it is connected.
  if (Number(status) === cutStatus) return { isAnswered: false, words: "small hello unanswered" };
  if (!text.includes("CONNECTED")) return null;
  const line = text.split("\n").find((each) => /alert|unexpected eof|reset by peer|errno=(?:0|104)\b/i.test(each));
  if (line === undefined) return null;
  return { isAnswered: true, words: `small hello answered: ${line.trim().replace(/^[0-9A-F]+:error:/, "error:")}` };
}
