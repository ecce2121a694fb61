// How a page proves to the WebSocket host that it may speak, in the first frame of each direction, before the contract's own:
//
//   page                                   host
//   admit {token}  (once, from the address)  -->
//   admit {key}    (every time after that)   -->
//                                        <--  admitted {key}    or a close with one of the codes below
import { z } from "zod";

/** 32 random bytes as base64url. */
const secretSchema = z.string().length(43);

export const admitSchema = z.union([
  z.strictObject({ type: z.literal("admit"), token: secretSchema }),
  z.strictObject({ type: z.literal("admit"), key: secretSchema }),
]);

export const admittedSchema = z.strictObject({ type: z.literal("admitted"), key: secretSchema });

/** Close codes of the host; 4000 to 4999 are free for applications (RFC 6455, section 7.4.2). */
export const closeCodes = {
  /** Neither the token nor the key is known here, or the token was used before. */
  notAdmitted: 4001,
  /** As many pages as are allowed are connected already. */
  occupied: 4002,
  /** The same page connected again. */
  replaced: 4003,
  /** Nothing came in the time for the first frame. */
  silent: 4008,
} as const;

export type Admit = z.infer<typeof admitSchema>;
export type AdmittedMessage = z.infer<typeof admittedSchema>;
