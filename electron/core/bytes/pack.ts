// A long script as a shorter one, for a terminal that has `base64` and `gzip`: the line is what takes time.
import { gzipSync } from "fflate";
import { bytesToBinary } from "./binary-text.ts";

/** Characters of a line, well within a terminal's line discipline. */
const lineLength = 960;

/** Shell text that runs the script. When it cannot be unfolded there, nothing runs. */
export function packScript(script: string): string {
  // No time stamp: the same script is the same text again.
  const packed = gzipSync(new TextEncoder().encode(script), { level: 9, mtime: 0 });
  const lines = btoa(bytesToBinary(packed)).match(new RegExp(`.{1,${lineLength}}`, "g")) ?? [];
  return `eval "$(echo "${lines.join("\n")}"|base64 -d|gzip -dc)"`;
}
