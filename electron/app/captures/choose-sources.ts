// Which of a terminal's logs are pulled when nobody names them: what says most, and each line once. The journal holds what
// the ring and the system's files hold, and the kernel's messages are in all of them.
import type { LogSource } from "../../core/dialects/log-pull.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";

const wholeSystem = ["journal", "ring", "/var/log/syslog", "/var/log/messages"];

export function chooseSources(
  found: readonly LogSource[],
  { sources, files }: { readonly sources: readonly string[] | null; readonly files: readonly string[] },
): Result<readonly LogSource[]> {
  const named = sources === null ? null : [...sources, ...files];
  const unknown = [...(named ?? []), ...files].find((name) => found.every((each) => each.name !== name));
  if (unknown !== undefined) {
    const known = found.map(({ name }) => name).join(", ");
    return fail(makeFailure("input-invalid", { where: "source", reason: `${unknown} (${known})` }));
  }
  if (named !== null) return succeed(found.filter(({ name }) => named.includes(name)));
  const best = wholeSystem.find((name) => found.some((each) => each.name === name));
  const others = found.filter(({ purpose }) => purpose !== "system" && purpose !== "kernel");
  if (best !== undefined) return succeed([...found.filter(({ name }) => name === best), ...others]);
  return succeed([...found.filter((each) => !others.includes(each)), ...others]);
}
