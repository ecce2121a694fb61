// The site's policy that the preferences name, as what a terminal is judged by. It is read for each reading: whoever corrects it
// need not start anything again.
import { readFile } from "node:fs/promises";
import type { CheckContext } from "../../core/findings/check-context.ts";
import { type Failure, makeFailure } from "../../core/failures/failure.ts";

export interface SiteContext {
  readonly context: CheckContext;
  /** Why the policy is not used, although one is named. */
  readonly failure: Failure | null;
}

const nothing: CheckContext = { policy: null, pc: null };

export async function readSiteContext(policyFile: string | null): Promise<SiteContext> {
  if (policyFile === null) return { context: nothing, failure: null };
  try {
    const octets = await readFile(policyFile);
    // YAML and the policy's checks are only for those who have one.
    const { readPolicy } = await import("../files/read-policy.ts");
    const { preparePolicy } = await import("../../core/findings/policy/prepare-policy.ts");
    const read = readPolicy(octets, policyFile);
    if (!read.ok) return { context: nothing, failure: read.failure };
    return { context: { policy: preparePolicy(read.value), pc: null }, failure: null };
  } catch (error) {
    const { code = "?" } = error as NodeJS.ErrnoException;
    return { context: nothing, failure: makeFailure("file-unreadable", { file: policyFile, reason: code }) };
  }
}
