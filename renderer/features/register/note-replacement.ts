// A push that put another unit's settings on a terminal -> the register notes it with both. Once for each push, however often
// its result is looked at.
import type { Output } from "../../../electron/contract/commands.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import type { Desk } from "../session/desk.ts";
import type { ReplaceRequest } from "../session/session-state.ts";

export type Noted = Result<Output<"register.replace">>;

const asked = new WeakMap<ReplaceRequest, Promise<Noted>>();

export function noteReplacement({ client }: Desk, request: ReplaceRequest, replacement: string): Promise<Noted> {
  const before = asked.get(request);
  if (before !== undefined) return before;
  const { replaces: old, addresses } = request;
  const noting = client.call("register.replace", { old, replacement, addresses }).then((noted) => {
    // What could not be asked may be asked again.
    if (!noted.ok) asked.delete(request);
    return noted;
  });
  asked.set(request, noting);
  return noting;
}
