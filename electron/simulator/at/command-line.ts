// One line to a modem, cut into commands: `ATE0V1`, `AT+CREG=2;+CREG?`, `ATDT*99#` (ITU-T V.250 5.2, 5.3, 5.4).

export type Part =
  | { readonly kind: "basic"; readonly name: string; readonly value: string }
  | {
      readonly kind: "extended";
      readonly name: string;
      readonly how: "read" | "test" | "set" | "run";
      readonly fields: readonly string[];
    }
  | { readonly kind: "dial"; readonly number: string };

/** Null when it is no line of commands at all, which a modem does not answer. An unreadable one ends in `name: ""`. */
export function cutCommandLine(line: string): readonly Part[] | null {
  const start = /^\s*AT/i.exec(line)?.[0];
  if (start === undefined) return null;
  const parts: Part[] = [];
  for (let rest = line.slice(start.length).trimStart(); rest !== ""; ) {
    const dial = /^D(.*)$/i.exec(rest);
    if (dial) return [...parts, { kind: "dial", number: dial[1] ?? "" }];
    const basic = /^(S\d+[=?]?|&?[A-Z]|\\[A-Z])(\d*)[\s;]*/i.exec(rest);
    if (basic && !/^[+^*%$#]/.test(rest)) {
      parts.push({ kind: "basic", name: (basic[1] ?? "").toUpperCase(), value: basic[2] ?? "" });
      rest = rest.slice(basic[0].length);
      continue;
    }
    const extended = /^([+^*%$#][A-Z0-9]+)((?:=\?|\?|=(?:"[^"]*"|[^;"])*)?)(?:;\s*|\s*$)/i.exec(rest);
    if (!extended) return [...parts, { kind: "basic", name: "", value: "" }];
    parts.push(describeExtended((extended[1] ?? "").toUpperCase(), extended[2] ?? ""));
    rest = rest.slice(extended[0].length);
  }
  return parts;
}

function describeExtended(name: string, tail: string): Part {
  const how = tail === "" ? "run" : tail === "?" ? "read" : tail === "=?" ? "test" : "set";
  const fields = how === "set" ? cutFields(tail.slice(1)) : [];
  return { kind: "extended", name, how, fields };
}

function cutFields(text: string): readonly string[] {
  return (text.match(/"[^"]*"|[^,]+|(?<=,|^)(?=,|$)/g) ?? []).map((field) => field.trim().replaceAll('"', ""));
}
