// What a schema found, as a sentence's end in both languages.
import type { z } from "zod";
import type { Localized } from "../../core/failures/localized.ts";

type Issue = z.core.$ZodIssue;

const forms: Readonly<Record<string, Localized>> = {
  "address-form": { en: "not an IP address", "zh-CN": "不是 IP 地址" },
  "subnet-form": { en: "not a subnet such as 192.168.1.0/24", "zh-CN": "不是 192.168.1.0/24 这样的网段" },
  "range-form": {
    en: "not a range such as 192.168.1.100-192.168.1.199",
    "zh-CN": "不是 192.168.1.100-192.168.1.199 这样的范围",
  },
  "host-form": { en: "neither a host name nor an address", "zh-CN": "既不是域名也不是地址" },
  "match-empty": {
    en: "says of no terminal which one is meant; give serialNumber, hostName or mac",
    "zh-CN": "没有说明是哪台终端，请给出 serialNumber、hostName 或 mac",
  },
};

const kinds: Readonly<Record<string, Localized>> = {
  string: { en: "a text", "zh-CN": "文字" },
  number: { en: "a number", "zh-CN": "数字" },
  int: { en: "a whole number", "zh-CN": "整数" },
  boolean: { en: "true or false", "zh-CN": "true 或 false" },
  array: { en: "a list", "zh-CN": "列表" },
  object: { en: "a group of fields", "zh-CN": "一组字段" },
  record: { en: "a group of fields", "zh-CN": "一组字段" },
  null: { en: "nothing", "zh-CN": "空值" },
  undefined: { en: "nothing", "zh-CN": "空值" },
};

export function explainUnknown(names: readonly string[]): Localized {
  const list = names.slice(0, 5);
  return { en: `unknown field ${list.join(", ")}`, "zh-CN": `不认识的字段 ${list.join("、")}` };
}

/** `value` is what stands at the issue's path. */
export function explainIssue(issue: Issue, value: unknown): Localized {
  switch (issue.code) {
    case "unrecognized_keys":
      return explainUnknown(issue.keys);
    case "invalid_type":
      return explainType(issue.expected, value);
    case "invalid_value":
      return { en: `must be one of ${issue.values.join(", ")}`, "zh-CN": `只能是 ${issue.values.join("、")} 之一` };
    case "too_big":
      return { en: `at most ${issue.maximum} allowed`, "zh-CN": `最多 ${issue.maximum}` };
    case "too_small":
      return { en: `at least ${issue.minimum} needed`, "zh-CN": `至少 ${issue.minimum}` };
    case "invalid_union":
      return forms["range-form"] ?? { en: issue.message, "zh-CN": issue.message };
    case "custom":
      return forms[issue.message] ?? { en: issue.message, "zh-CN": issue.message };
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
      return { en: issue.message, "zh-CN": issue.message };
  }
}

function explainType(expected: string, value: unknown): Localized {
  const wanted = kinds[expected] ?? { en: expected, "zh-CN": expected };
  const found = kinds[nameKind(value)] ?? { en: "something else", "zh-CN": "其他内容" };
  return { en: `must be ${wanted.en}, found ${found.en}`, "zh-CN": `应为${wanted["zh-CN"]}，实际是${found["zh-CN"]}` };
}

function nameKind(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}
