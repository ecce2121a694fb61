// `logcat:`: the first WRTE carries the arguments, then the terminal writes lines until either side closes.
//
//   -v time NET:D *:S     a tag and the least level it is shown from; `*:S` hides what no filter names. One blank: all
import { binaryToText } from "../../bytes/binary-text.ts";
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

/** More than a line of any logger; longer ones are cut, so that one line cannot fill the memory. */
const longestLine = 2000;

/** Pieces of any size to whole lines. */
export class LineCutter {
  #rest = "";

  push(piece: string): readonly string[] {
    const lines = (this.#rest + piece).split("\n");
    this.#rest = (lines.pop() ?? "").slice(0, longestLine);
    return lines.map(printLine);
  }

  /** What stands behind the last line end. */
  end(): readonly string[] {
    const rest = this.#rest;
    this.#rest = "";
    return rest === "" ? [] : [printLine(rest)];
  }
}

function printLine(raw: string): string {
  return binaryToText(raw.slice(0, longestLine).replace(/[\r\0]+$/, ""));
}
