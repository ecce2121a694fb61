import type { TextDescription } from "./description.ts";

interface PlacedPattern {
  readonly source: string;
  /** Where it stands in the file. */
  readonly path: readonly (string | number)[];
}

/** Every pattern of a description. */
export function listPatterns(description: TextDescription): readonly PlacedPattern[] {
  const { login, prompt, more, errors, noise, read, interfaces, set: own, save, logs } = description;
  const one = (source: string | undefined, ...path: readonly (string | number)[]): readonly PlacedPattern[] =>
    source === undefined ? [] : [{ source, path }];
  return [
    ...one(login?.user, "login", "user"),
    ...one(login?.password, "login", "password"),
    ...one(login?.refused, "login", "refused"),
    ...one(prompt, "prompt"),
    ...one(more?.prompt, "more", "prompt"),
    ...errors.flatMap((source, place) => one(source, "errors", place)),
    ...noise.flatMap((source, place) => one(source, "noise", place)),
    ...read.flatMap((command, place) => [
      ...one(command.until, "read", place, "until"),
      ...command.catch.flatMap((source, index) => one(source, "read", place, "catch", index)),
    ]),
    ...interfaces.flatMap(({ set }, outer) =>
      set.flatMap(({ until, expect }, place) => [
        ...one(until, "interfaces", outer, "set", place, "until"),
        ...one(expect, "interfaces", outer, "set", place, "expect"),
      ]),
    ),
    ...own.flatMap(({ until, expect }, place) => [
      ...one(until, "set", place, "until"),
      ...one(expect, "set", place, "expect"),
    ]),
    ...save.flatMap(({ until, expect }, place) => [
      ...one(until, "save", place, "until"),
      ...one(expect, "save", place, "expect"),
    ]),
    ...one(logs?.until, "logs", "until"),
  ];
}
