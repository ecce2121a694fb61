// The one shape of everything on a link, JSON only:
//
//   hello {version}      both sides, first
//   request {id, command, input}  -->
//   cancel {id}                   -->
//                                 <--  reply {id, ok, output | failure}
//                                 <--  event {event, data}
import { z } from "zod";
import { failureSchema } from "./failures.ts";

/** Grows when a message of either side can no longer be understood by the other. */
export const contractVersion = 1;

const id = z.number().int().nonnegative();
/** JSON leaves out what is undefined; whoever waits for the message must get an answer all the same. */
const content = z.unknown().optional();

export const messageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hello"), version: z.number().int() }),
  z.object({ type: z.literal("request"), id, command: z.string().max(64), input: content }),
  z.object({ type: z.literal("cancel"), id }),
  z.discriminatedUnion("ok", [
    z.object({ type: z.literal("reply"), id, ok: z.literal(true), output: content }),
    z.object({ type: z.literal("reply"), id, ok: z.literal(false), failure: failureSchema }),
  ]),
  z.object({ type: z.literal("event"), event: z.string().max(64), data: content }),
]);

export type Message = z.infer<typeof messageSchema>;
