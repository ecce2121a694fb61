// The answer to a pack: assignments, bound to the terminal's serial number and to the digest of the settings in the pack.
import { z } from "zod";
import type { Output } from "../../../contract/commands.ts";
import type { Task } from "../../../core/dialects/task.ts";
import { makeFailure } from "../../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../../core/failures/result.ts";
import { digestBasis, digestJson } from "../../../core/plans/basis-digest.ts";
import { isSecretField } from "../../../core/settings/cellular-assignment.ts";
import { parseAssignment } from "../../../core/settings/assignment.ts";
import { refuseInput } from "../../files/invalid-input.ts";
import { planChanges } from "../../plan-changes.ts";
import type { OpenSession } from "../../sessions.ts";
import { maskSettings } from "./mask-settings.ts";
import type { Pack } from "./read-pack.ts";

const correctionSchema = z.strictObject({
  format: z.literal("counterpart-correction"),
  version: z.literal(1),
  serialNumber: z.string().min(1),
  settingsDigest: z.string().min(1),
  set: z.array(z.string().max(4096)).min(1).max(64),
  digest: z.string(),
});

type Correction = z.infer<typeof correctionSchema>;

/** Failures: `input-invalid` for a pack that no correction can be bound to; those of the assignments. */
export function answerPack(
  { manifest, settings }: Omit<Pack, "stages">,
  set: readonly string[],
  file: string,
): Result<string> {
  const { settingsDigest, terminal } = manifest;
  const { serialNumber } = terminal;
  if (settings === null || settingsDigest === null || !serialNumber) {
    return fail(
      refuseInput(file, {
        en: "it holds no settings with a serial number, so that no correction can be bound to it",
        "zh-CN": "里面没有带序列号的设置，无法绑定更正",
      }),
    );
  }
  const names = settings.interfaces.map(({ name }) => name);
  for (const text of set) {
    const parsed = parseAssignment(text, names);
    if (!parsed.ok) return parsed;
    if (isSecretField(parsed.value.field)) {
      return fail(refuseInput(file, { en: "a file carries no secret", "zh-CN": "文件里不能带密码" }));
    }
  }
  const head = { format: "counterpart-correction", version: 1, serialNumber, settingsDigest, set } as const;
  return succeed(`${JSON.stringify({ ...head, digest: digestJson(head) }, null, 2)}\n`);
}

/** Failures: `input-invalid`, `other-terminal`, `plan-stale`, and those of a plan. */
export async function planCorrection(
  open: OpenSession,
  { name, text }: { readonly name: string; readonly text: string },
  task: Task,
): Promise<Result<Output<"pack.plan">>> {
  const correction = readCorrection(text, name);
  if (!correction.ok) return correction;
  const reading = await open.dialect.read(task);
  if (!reading.ok) return reading;
  open.reading = reading.value;
  open.plans.clear();
  const { serialNumber, settingsDigest, set } = correction.value;
  // As the pack showed them: what a mask hides from whoever helps takes no part in the binding.
  const masked = maskSettings(reading.value);
  if (masked.terminal?.serialNumber !== serialNumber)
    return fail(makeFailure("other-terminal", { id: name, serialNumber }));
  if (digestBasis(masked) !== settingsDigest) return fail(makeFailure("plan-stale"));
  const plan = await planChanges(open, { set, fix: false }, task);
  return plan.ok ? succeed({ plan: plan.value, set }) : plan;
}

function readCorrection(text: string, file: string): Result<Correction> {
  const parsed = correctionSchema.safeParse(parse(text));
  if (!parsed.success) {
    return fail(refuseInput(file, { en: "this is not a correction file", "zh-CN": "这不是更正文件" }));
  }
  const { digest, ...head } = parsed.data;
  if (digest === digestJson(head)) return succeed(parsed.data);
  return fail(
    refuseInput(file, {
      en: "it is not as it was written: its digest does not fit",
      "zh-CN": "内容和写入时不同：校验值不符",
    }),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}
