// What the checksum programs of a terminal print for given bytes on their standard input. Best first.
import { md5 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { binaryToBytes } from "./binary-text.ts";
import { posixCksum } from "./posix-cksum.ts";

export const checksumTools = ["cksum", "md5sum", "sha256sum"] as const;

export type ChecksumTool = (typeof checksumTools)[number];

/** The tool's output without the line end, for a binary string. */
export function printChecksum(tool: ChecksumTool, binary: string): string {
  const bytes = binaryToBytes(binary);
  switch (tool) {
    case "cksum":
      return `${posixCksum(bytes)} ${bytes.length}`;
    case "md5sum":
      return `${bytesToHex(md5(bytes))}  -`;
    case "sha256sum":
      return `${bytesToHex(sha256(bytes))}  -`;
  }
}
