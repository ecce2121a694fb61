// `ip -j address` of iproute2 4.14 and later.
import { z } from "zod";
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import { type Link, readFlags } from "./link.ts";

const addressesSchema = z.array(
  z.object({
    // An empty object stands where a filter left a link out (iproute2 before 5.x).
    ifname: z.string().optional(),
    ifindex: z.number().optional(),
    flags: z.array(z.string()).default([]),
    mtu: z.number().optional(),
    link_type: z.string().optional(),
    address: z.string().optional(),
    addr_info: z
      .array(
        z.object({
          family: z.string().optional(),
          local: z.string().optional(),
          prefixlen: z.number().optional(),
          scope: z.string().default("global"),
          dynamic: z.boolean().default(false),
        }),
      )
      .default([]),
  }),
);

export function parseIpAddressJson(text: string): Result<readonly Link[]> {
  const parsed = addressesSchema.safeParse(readJson(text));
  if (!parsed.success) return fail(makeFailure("answer-unreadable", { step: "ip -j address" }));
  return succeed(
    parsed.data.flatMap((link) =>
      link.ifname === undefined
        ? []
        : [
            {
              name: link.ifname,
              index: link.ifindex ?? null,
              mac: link.link_type === "loopback" ? null : (link.address ?? null),
              mtu: link.mtu ?? null,
              ...readFlags(link.flags),
              addresses: link.addr_info.flatMap(({ family, local, prefixlen, scope, dynamic }) =>
                local === undefined || (family !== "inet" && family !== "inet6")
                  ? []
                  : [
                      {
                        family: family === "inet" ? (4 as const) : (6 as const),
                        address: local,
                        prefixLength: prefixlen ?? null,
                        scope,
                        dynamic,
                      },
                    ],
              ),
            },
          ],
    ),
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
