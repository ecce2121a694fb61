// `gateway,dns?,acquirer.example:8583,tls:acquirer.example:443` -> the tests that are wanted. A question mark makes one optional.
import type { WantedTest } from "../contract/wanted-test.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { fill, type Voice } from "./console-voice.ts";
import { usage } from "./options.ts";

export interface TestOptions {
  readonly test: readonly string[];
  readonly optionalTest: readonly string[];
}

/** Seconds for each; a name server that does not answer takes five for a try. */
const patience = 10;

export function readWantedTests({ test, optionalTest }: TestOptions, voice: Voice): Result<readonly WantedTest[]> {
  const wanted: WantedTest[] = [];
  const asked = [
    ...split(test).map((text) => ({ text, where: "--test", isOptional: text.endsWith("?") })),
    ...split(optionalTest).map((text) => ({ text, where: "--optional-test", isOptional: true })),
  ];
  for (const { text, where, isOptional } of asked) {
    const target = readTarget(text.replace(/\?$/, ""));
    if (target === null) return fail(usage(where, fill(voice.words.testForm, { text })));
    wanted.push({ target, required: !isOptional, seconds: patience });
  }
  return succeed(wanted);
}

function split(lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split(",")).map((each) => each.trim());
}

function readTarget(text: string): WantedTest["target"] | null {
  if (text === "gateway" || text === "link" || text === "address" || text === "duplicate") return { kind: text };
  if (text === "dns") return { kind: "dns", name: null };
  const name = /^dns:([A-Za-z0-9._-]{1,253})$/.exec(text)?.[1];
  if (name !== undefined) return { kind: "dns", name };
  const [, tls, bracketed, plain, digits] =
    /^(tls:)?(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]{1,253})):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host === undefined || port < 1 || port > 65_535) return null;
  return { kind: tls === undefined ? "tcp" : "tls", host, port };
}
