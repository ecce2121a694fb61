// Which description a terminal is spoken to with before its row is known for certain.
//
//   a label was scanned for the slot -> its row's;   every row names the same -> that one;   else it is recognised
import { z } from "zod";
import type { DialectSession } from "../../core/dialects/dialect.ts";
import { planRowSchema } from "../../core/provisioning/plan-row.ts";
import { type PlanView, walkRows } from "./plan-view.ts";
import type { RunContext } from "./run-parts.ts";

const contentSchema = z.object({ profile: planRowSchema.shape.profile });

export function readProfile(content: unknown): string | null {
  const parsed = contentSchema.safeParse(content);
  return parsed.success ? parsed.data.profile : null;
}

/** Null: it is recognised. */
export async function expectProfile(
  context: Pick<RunContext, "commonProfile" | "scannedProfiles">,
  { slot, scanned }: { readonly slot: string; readonly scanned: () => string | null },
): Promise<string | null> {
  const known = context.scannedProfiles.get(slot);
  if (known !== undefined && known.scanned === scanned()) return known.profile;
  return context.commonProfile();
}

/** What all rows of a plan name; null: they differ, or some row leaves it open. */
export async function findCommonProfile(view: PlanView, planId: string): Promise<string | null> {
  const named = new Set<string | null>();
  const walked = await walkRows(view, planId, ({ content }) => {
    const profile = readProfile(content);
    named.add(profile);
    return profile === null || named.size > 1 ? "enough" : undefined;
  });
  const [common = null] = named;
  return walked.ok && named.size === 1 ? common : null;
}

/** As a sheet names it; null: none in particular. */
export function nameDescription({ description }: Pick<DialectSession, "description">): string | null {
  return description?.replace(/\.ya?ml$/, "") ?? null;
}
