// The one form of description files: which family is described decides what a file may say. What is wrong is told with
// its place, all of it at once.
import { z } from "zod";
import type { DeepReadonly } from "../settings/network-settings.ts";
import { type DescriptionProblem, makeProblem } from "./description-problem.ts";
import { consoleDescriptionSchema } from "./linux-console/description.ts";
import { checkTextDescription } from "./text/check-description.ts";
import { textDescriptionSchema } from "./text/description.ts";
import { xcbDescriptionSchema } from "./xcb/description.ts";

const descriptionSchema = z.discriminatedUnion("family", [
  consoleDescriptionSchema,
  xcbDescriptionSchema,
  textDescriptionSchema,
]);

const families = descriptionSchema.options.map(({ shape }) => shape.family.value).join(", ");

/** Null where its form is wrong. What its patterns are worth is not looked at. */
export function parseDescription(content: unknown): DeepReadonly<z.infer<typeof descriptionSchema>> | null {
  const parsed = descriptionSchema.safeParse(content);
  return parsed.success ? parsed.data : null;
}

export async function checkDescription(content: unknown): Promise<readonly DescriptionProblem[]> {
  const parsed = descriptionSchema.safeParse(content, { reportInput: true });
  if (!parsed.success) return parsed.error.issues.flatMap((issue) => explain(issue, content));
  return parsed.data.family === "text" ? checkTextDescription(parsed.data) : [];
}

type Issue = z.core.$ZodIssue;

function explain(issue: Issue, content: unknown): readonly DescriptionProblem[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => makeProblem("unknown-key", [...path, key], { key }));
  if (issue.code === "invalid_union" && path.join() === "family") {
    const family = (JSON.stringify(lookUp(content, path)) ?? "?").slice(0, 40);
    return [makeProblem("family-unknown", path, { family, known: families })];
  }
  if (lookUp(content, path) === undefined)
    return [makeProblem("missing", path, { key: String(path.at(-1) ?? "family") })];
  return [explainValue(issue, path)];
}

function explainValue(issue: Issue, path: DescriptionProblem["path"]): DescriptionProblem {
  const { code } = issue;
  if (code === "invalid_type") return makeProblem("wrong-type", path, { expected: issue.expected });
  if (code === "invalid_value")
    return makeProblem("not-one-of", path, { allowed: issue.values.map(String).join(", ") });
  if (code === "too_small") return makeProblem("out-of-range", path, { limit: String(issue.minimum) });
  if (code === "too_big") return makeProblem("out-of-range", path, { limit: String(issue.maximum) });
  return makeProblem(code === "invalid_format" ? "wrong-form" : "no-form", path);
}

function lookUp(content: unknown, path: DescriptionProblem["path"]): unknown {
  let value = content;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}
