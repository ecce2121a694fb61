import { type ChecksumTool, printChecksum } from "../../../electron/core/bytes/checksum-tools.ts";

export const token = "k3v9q1t7bd";

/** What the terminal prints for a body, before the terminal line turns LF into CR LF. */
export function printReply(body: string, tool: ChecksumTool | null = "cksum", status = 0): string {
  const sum = tool === null ? String(body.length) : printChecksum(tool, body);
  return `~${token} ${status} ${sum}\n${body}\n~${token}.\n`;
}
