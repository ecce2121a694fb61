// A site's policy, YAML or JSON, -> the same as data. Nothing of a policy with a fault is used.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Localized } from "../../core/failures/localized.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { type SitePolicy, sitePolicySchema } from "../../core/findings/policy/site-policy.ts";
import { rules } from "../../core/findings/rules/registry.ts";
import { decodeText } from "./decode-text.ts";
import { explainIssue } from "./explain-issue.ts";
import { refuseInput } from "./invalid-input.ts";
import type { Path, Place } from "./place-in-text.ts";

/** Octets. The policy of a chain with thousands of exceptions is smaller. */
const largest = 1024 * 1024;

/** Uses of anchors: a few save typing, many are an attack. */
const mostAliases = 100;

/** Failures: `input-invalid` with file, line and column. */
export function readPolicy(octets: Uint8Array, file: string): Result<SitePolicy> {
  if (octets.length > largest) {
    const sizes = `${octets.length} > ${largest}`;
    const reason = { en: `the policy is too large (${sizes} octets)`, "zh-CN": `规定文件太大（${sizes} 字节）` };
    return fail(refuseInput(file, reason, { place: { line: 1, column: 1 } }));
  }
  const decoded = decodeText(octets, { file, mayBeGb18030: false });
  if (!decoded.ok) return decoded;
  const lines = new LineCounter();
  const toPlace = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const document = parseDocument(decoded.value.text, { lineCounter: lines, prettyErrors: false });
    const [fault] = document.errors;
    if (fault !== undefined) {
      const reason = { en: `not valid YAML: ${fault.message}`, "zh-CN": `不是有效的 YAML：${fault.message}` };
      return fail(refuseInput(file, reason, { place: toPlace(fault.pos[0]) }));
    }
    const content: unknown = document.toJS({ maxAliasCount: mostAliases });
    return judge(content, { file, root: document.contents, toPlace });
  } catch (error) {
    // Too many aliases, or nesting deeper than the stack.
    const why = error instanceof Error ? error.message : "?";
    const reason = { en: `cannot be read as a policy: ${why}`, "zh-CN": `无法作为规定读取：${why}` };
    return fail(refuseInput(file, reason, { place: { line: 1, column: 1 } }));
  }
}

interface Around {
  readonly file: string;
  readonly root: Node | null;
  readonly toPlace: (offset: number) => Place;
}

function judge(content: unknown, around: Around): Result<SitePolicy> {
  const parsed = sitePolicySchema.safeParse(content);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = (issue?.path ?? []).filter((step) => typeof step !== "symbol");
    const at = issue?.code === "unrecognized_keys" ? [...path, issue.keys[0] ?? ""] : path;
    const value = path.reduce<unknown>(
      (inner, step) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, step) : undefined),
      content,
    );
    return refuse(around, at, issue === undefined ? { en: "?", "zh-CN": "？" } : explainIssue(issue, value));
  }
  const unknown = findUnknownRule(parsed.data);
  if (unknown !== null) {
    const name = String(unknown.at(-1));
    return refuse(around, unknown, { en: `there is no rule ${name}`, "zh-CN": `没有 ${name} 这条规则` });
  }
  return succeed(parsed.data);
}

function refuse({ file, root, toPlace }: Around, path: Path, reason: Localized) {
  const place = toPlace(findOffset(root, path));
  return fail(refuseInput(file, reason, { place, path: path.join(".") }));
}

const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

function findUnknownRule(policy: SitePolicy): Path | null {
  const find = (levels: SitePolicy["rules"]): string | undefined =>
    Object.keys(levels ?? {}).find((name) => !ruleIds.has(name));
  const own = find(policy.rules);
  if (own !== undefined) return ["rules", own];
  for (const [place, one] of (policy.terminals ?? []).entries()) {
    const name = find(one.rules);
    if (name !== undefined) return ["terminals", place, "rules", name];
  }
  return null;
}

/** A field at its name; what is missing where its holder begins. */
function findOffset(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined;
    const next: unknown = pair === undefined ? (isSeq(node) ? node.items[Number(step)] : undefined) : pair.value;
    const named = isScalar(pair?.key) ? pair.key.range : hasRange(next) ? next.range : undefined;
    if (named == null) break;
    offset = named[0] ?? offset;
    node = next;
  }
  return offset;
}

function hasRange(node: unknown): node is { readonly range: readonly number[] | null | undefined } {
  return typeof node === "object" && node !== null && "range" in node;
}
