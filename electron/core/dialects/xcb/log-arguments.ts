// `logcat:`: the first WRTE carries the arguments, then the terminal writes lines until either side closes.
//
//   -v time NET:D *:S     a tag and the least level it is shown from; `*:S` hides what no filter names. One blank: all
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { LogFilter } from "../dialect.ts";

export function printLogArguments(filters: readonly LogFilter[]): Result<string> {
  for (const { tag } of filters) {
    if (!/^(?:\*|[\w./-]{1,64})$/.test(tag)) {
      return fail(makeFailure("value-refused", { field: "tag", character: JSON.stringify(tag.slice(0, 20)) }));
    }
  }
  if (filters.length === 0) return succeed(" ");
  const rest = filters.some(({ tag }) => tag === "*") ? [] : ["*:S"];
  return succeed(["-v time", ...filters.map(({ tag, level }) => `${tag}:${level}`), ...rest].join(" "));
}
