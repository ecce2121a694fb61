// `ip -j address` and `ip -j route` of iproute2 4.14 and later.
import { z } from "zod";
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { Route } from "../../../settings/network-settings.ts";
import { type Link, readFlags } from "./link.ts";

const addressesSchema = z.array(
  z.object({
    // An empty object stands where a filter left a link out (iproute2 before 5.x).
    ifname: z.string().optional(),
    ifindex: z.number().optional(),
    flags: z.array(z.string()).default([]),
    mtu: z.number().optional(),
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

const routesSchema = z.array(
  z.object({
    type: z.string().optional(),
    dst: z.string(),
    gateway: z.string().optional(),
    via: z.object({ host: z.string() }).optional(),
    dev: z.string().optional(),
    metric: z.number().optional(),
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
              mac: link.address ?? null,
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

/** `family` says what `default` stands for. */
export function parseIpRouteJson(text: string, family: 4 | 6): Result<readonly Route[]> {
  const parsed = routesSchema.safeParse(readJson(text));
  if (!parsed.success) return fail(makeFailure("answer-unreadable", { step: "ip -j route" }));
  return succeed(
    parsed.data
      .filter(({ type }) => type === undefined || type === "unicast")
      .map(({ dst, gateway, via, dev, metric }) => ({
        destination: completeDestination(dst, family),
        gateway: gateway ?? via?.host ?? null,
        interface: dev ?? null,
        metric: metric ?? null,
      })),
  );
}

/** `default` and bare addresses as ADDRESS/PREFIX. */
export function completeDestination(text: string, family: 4 | 6): string {
  if (text === "default") return family === 4 ? "0.0.0.0/0" : "::/0";
  return text.includes("/") ? text : `${text}/${family === 4 ? 32 : 128}`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
