// What a schema cannot see in a description of this family: patterns that do not compile, names that nothing catches,
// placeholders without a value, commands that are never sent.
import { type DescriptionProblem, makeProblem } from "../description-problem.ts";
import { findForbiddenCommand } from "../forbidden.ts";
import { listAcquirerPlaceholders, nameAcquirerPlaceholders, nameTold } from "./acquirer-commands.ts";
import type { SetCommand, TextDescription, Told } from "./description.ts";
import { listCommands } from "./list-commands.ts";
import { listPatterns } from "./list-patterns.ts";
import { type CompilePattern, loadPatterns } from "./patterns.ts";
import { listBraces, listPlaceholders, namePlaceholders } from "./set-commands.ts";

type Path = DescriptionProblem["path"];

export async function checkTextDescription(description: TextDescription): Promise<readonly DescriptionProblem[]> {
  const compile = await loadPatterns();
  return [
    ...checkPatterns(description, compile),
    ...checkNames(description, compile),
    ...checkCommands(description),
    ...description.interfaces.flatMap(({ fields, set }, outer) =>
      checkPlaceholders(set, ["interfaces", outer, "set"], namePlaceholders(fields)),
    ),
    ...checkPlaceholders(description.set, ["set"], nameAcquirerPlaceholders(description)),
    ...checkWhole(description),
  ];
}

function checkPatterns(description: TextDescription, compile: CompilePattern): readonly DescriptionProblem[] {
  return listPatterns(description).flatMap(({ source, path }) => {
    const pattern = compile(source);
    if (!pattern.ok) return [makeProblem("pattern-unreadable", path, { reason: pattern.failure })];
    return pattern.value.isIn("") ? [makeProblem("pattern-matches-nothing", path)] : [];
  });
}

function checkNames(description: TextDescription, compile: CompilePattern): readonly DescriptionProblem[] {
  const caught = new Set(
    description.read.flatMap((command) =>
      command.catch.flatMap((source) => {
        const pattern = compile(source);
        return pattern.ok ? pattern.value.names : [];
      }),
    ),
  );
  return listNames(description)
    .filter(({ name }) => !caught.has(name))
    .map(({ name, path }) => makeProblem("not-caught", path, { name }));
}

interface Named {
  readonly name: string;
  readonly path: Path;
}

/** Every name that stands for something caught. */
function listNames(description: TextDescription): readonly Named[] {
  const { identity, interfaces, hosts, tpdu, merchantNumber, terminalNumber } = description;
  const one = (name: string | undefined, path: Path): readonly Named[] => (name === undefined ? [] : [{ name, path }]);
  const told = (each: Told | undefined, path: Path): readonly Named[] =>
    one(each && nameTold(each), typeof each === "object" ? [...path, "from"] : path);
  return [
    ...Object.entries(identity).flatMap(([key, fact]) =>
      fact !== undefined && "from" in fact ? one(fact.from, ["identity", key, "from"]) : [],
    ),
    ...interfaces.flatMap(({ mac, fields }, place) => {
      const at = ["interfaces", place, "fields"] as const;
      const { method, address, mask, gateway, dns } = fields;
      return [
        ...one(mac, ["interfaces", place, "mac"]),
        ...one(method?.from, [...at, "method", "from"]),
        ...one(address.from, [...at, "address", "from"]),
        ...one(mask.from, [...at, "mask", "from"]),
        ...one(gateway?.from, [...at, "gateway", "from"]),
        ...dns.flatMap(({ from }, index) => one(from, [...at, "dns", index, "from"])),
      ];
    }),
    ...hosts.flatMap(({ host, port }, place) => [
      ...told(host, ["hosts", place, "host"]),
      ...told(port, ["hosts", place, "port"]),
    ]),
    ...told(tpdu, ["tpdu"]),
    ...told(merchantNumber, ["merchantNumber"]),
    ...told(terminalNumber, ["terminalNumber"]),
  ];
}

function checkCommands(description: TextDescription): readonly DescriptionProblem[] {
  return listCommands(description).flatMap(({ purpose, text, path }) => {
    // With nothing in a placeholder's place, what stands around it must not become a word that is never sent.
    const command = findForbiddenCommand(text) ?? findForbiddenCommand(text.replace(/\{\w+\}/g, ""));
    const [elsewhere] = purpose === "set" ? [] : [...listPlaceholders(text), ...listAcquirerPlaceholders(text)];
    return [
      ...(command === null ? [] : [makeProblem("command-forbidden", path, { command })]),
      ...(elsewhere === undefined ? [] : [makeProblem("placeholder-elsewhere", path, { name: `{${elsewhere}}` })]),
    ];
  });
}

function checkPlaceholders(
  set: readonly SetCommand[],
  outer: Path,
  known: readonly string[],
): readonly DescriptionProblem[] {
  return set.flatMap(({ send }, place) => {
    const path = [...outer, place, "send"];
    const names = listBraces(send);
    if (names.length === 0) return [makeProblem("placeholder-missing", path, { example: `{${known[0] ?? "tpdu"}}` })];
    return names
      .filter((name) => !known.includes(name))
      .map((name) =>
        makeProblem("placeholder-unknown", path, {
          name: `{${name}}`,
          known: known.map((each) => `{${each}}`).join(" "),
        }),
      );
  });
}

function checkWhole({ login, restart, takesEffect, readsBack }: TextDescription): readonly DescriptionProblem[] {
  const problems: DescriptionProblem[] = [];
  if (login && login.user === undefined && login.password === undefined)
    problems.push(makeProblem("login-empty", ["login"]));
  if (!restart && takesEffect === "after-restart") problems.push(makeProblem("restart-missing", ["takesEffect"]));
  if (!restart && readsBack === "after-restart") problems.push(makeProblem("restart-missing", ["readsBack"]));
  return problems;
}
