// A plan's row as the register keeps it, and back. What the register hands out was written by some Counterpart, perhaps an
// older one: it is parsed, not trusted.
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { type PlanRow, planRowSchema } from "../../core/provisioning/plan-row.ts";
import type { PlanRow as RegisterRow } from "../register/register.ts";

export function toRegisterRow(row: PlanRow): RegisterRow {
  const { settings, serialNumber, line } = row;
  const addresses = settings.interfaces.flatMap(({ ipv4 }) =>
    ipv4?.method !== "dhcp" && ipv4?.address != null ? [ipv4.address] : [],
  );
  return { place: line, serialNumber, site: settings.site ?? "", addresses, content: row };
}

/** Failures: `row-unreadable`. */
export function fromRegisterRow({ place, content }: Pick<RegisterRow, "place" | "content">): Result<PlanRow> {
  const parsed = planRowSchema.safeParse(content);
  return parsed.success ? succeed(parsed.data) : fail(makeFailure("row-unreadable", { place }));
}
