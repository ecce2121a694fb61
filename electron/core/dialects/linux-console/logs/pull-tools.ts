// What a console pulls logs with, and how it packs them for the line.
import type { ChecksumTool } from "../../../bytes/checksum-tools.ts";
import type { Clock } from "../../../bytes/surroundings.ts";
import type { Result } from "../../../failures/result.ts";
import type { Task } from "../../task.ts";
import type { Output } from "../shell.ts";
import type { Packing } from "./sources.ts";

export interface PullTools {
  readonly clock: Clock;
  readonly checksum: ChecksumTool | null;
  readonly isPacking: boolean;
  /** What a block goes through on the terminal, so that it survives the shell and the line. */
  readonly pack: string;
  /** Scripts that only read, sent together. */
  readonly ask: (scripts: readonly string[], limit: number, task: Task) => Promise<Result<readonly Output[]>>;
}

/** What the shell's own substitution would lose of a file that does not come packed. */
export const plain = "|tr '\\000' '?'";

export function describePacking({ gzip, base64 }: Packing): Pick<PullTools, "isPacking" | "pack"> {
  // As small as level 9 on logs, in half the time.
  if (gzip && base64 !== null) return { isPacking: true, pack: `gzip -8|${base64}` };
  // A full stop behind it keeps its line ends.
  return { isPacking: false, pack: `${plain.slice(1)};echo .` };
}
