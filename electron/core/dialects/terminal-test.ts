// A question that the terminal answers about its own network. Only targets that its settings or a person name.
import { z } from "zod";
import type { DeepReadonly } from "../settings/network-settings.ts";

const address = z.string().max(64);
const host = z.string().min(1).max(253);
const port = z.number().int().min(1).max(65_535);
const interfaceName = z.string().min(1).max(64);

export const terminalTestSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("link"), interface: interfaceName }),
  z.object({ kind: z.literal("address"), interface: interfaceName, address }),
  /** Whether somebody else on the same network answers for the address. */
  z.object({ kind: z.literal("duplicate"), interface: interfaceName, address }),
  z.object({ kind: z.literal("gateway"), interface: interfaceName, address }),
  /** `server`: null asks the terminal's own name servers. */
  z.object({ kind: z.literal("name"), name: host, server: address.nullable() }),
  z.object({ kind: z.literal("tcp"), host, port }),
  z.object({ kind: z.literal("tls"), host, port }),
]);

export const testResultSchema = z.object({
  test: terminalTestSchema,
  /** `unable`: the terminal has no program for it; it says nothing about the network. */
  outcome: z.enum(["passed", "failed", "unable"]),
  /** What was seen, as a code that the texts of both languages know. */
  reason: z.enum([
    "ok",
    "link-down",
    "absent",
    "taken",
    "no-answer",
    "refused",
    "timed-out",
    "unreachable",
    "no-such-name",
    "server-silent",
    "certificate",
    "protocol",
    /** Connected; a small hello is answered, a whole handshake is not. */
    "large-lost",
    "no-tool",
  ]),
  /** Wall time on the terminal. */
  milliseconds: z.number(),
  /** The answer's own words, shortened; empty when there were none. */
  evidence: z.string().max(512),
});

export type TerminalTest = DeepReadonly<z.infer<typeof terminalTestSchema>>;
export type TestResult = DeepReadonly<z.infer<typeof testResultSchema>>;
